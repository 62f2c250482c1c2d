"""Titles of the book's chapters, without abbreviations: of those that others speak of."""

CHAPTERS = {
    3: "Image Classification with Convolutional Neural Networks",
    4: "Deep Learning for Text - Embeddings",
}
