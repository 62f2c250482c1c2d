"""Errata: what the book should print instead, with place, evidence and a suggested correction."""

from harness.errata.entries import Entry, Evidence, entries

__all__ = ["Entry", "Evidence", "entries"]
