"""Runs and comparisons for readers: one module a format."""
