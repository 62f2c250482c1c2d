"""The command line: a module for each group of commands, ``app`` for the rest."""

from harness.cli.app import main

__all__ = ["main"]
