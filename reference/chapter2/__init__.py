"""Chapter 2, Neural Networks."""
