"""Drafts of a new book: claims from the stored outputs of notebooks, for a person to review.

``stored`` reads a notebook, ``readings`` and ``tables`` make data of what it shows, ``bindings``
find the names that an output speaks of, ``drafts`` write claims, ``playback`` runs the notebook
again to observe them, and ``folder`` writes the book.
"""
