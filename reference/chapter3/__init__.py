"""Chapter 3, Image Classification with Convolutional Neural Networks."""
