"""References of A Handful of Numbers, a book of five units for the tests of the engine."""
