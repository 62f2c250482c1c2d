"""The second book is the one that these gates check."""

from tests.second_book.conftest import book, copy

__all__ = ["book", "copy"]
