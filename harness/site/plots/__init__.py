"""Plots as inline SVG, written when the site is built; each says in words what it shows."""

from harness.site.plots.figure import Figure

__all__ = ["Figure"]
