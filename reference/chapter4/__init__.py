"""Chapter 4: Deep Learning for Text - Embeddings."""
