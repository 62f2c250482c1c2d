"""Chapter 5, Deep Learning for Sequences."""
