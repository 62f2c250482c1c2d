"""Chapter 6, LSTMs, GRUs, and Advanced RNNs."""
