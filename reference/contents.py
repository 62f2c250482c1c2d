"""Titles of the book's chapters, by its table of contents: of those that others speak of."""

CHAPTERS = {
    3: "Image Classification with Convolutional Neural Networks",
    4: "Deep Learning for Text - Embeddings",
}
