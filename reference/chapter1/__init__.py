"""Chapter 1, Building Blocks of Deep Learning."""
