"""The compiled references against the listings' way of working, in one process."""
