"""Simulated runs: how often our rule and those of others are wrong where the truth is known."""
