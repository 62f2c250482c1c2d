"""Chapter 7, Generative Adversarial Networks."""
