"""``python -m harness.cli``: ``dlw`` where the package is not installed."""

from harness.cli import main

main()
