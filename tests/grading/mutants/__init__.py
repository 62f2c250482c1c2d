"""Wrong submissions made by machine: the reference with one small mistake in it.

Each mutant is run and judged by the fast claims of its unit. One that every claim lets pass is a
*survivor*: it is listed in ``survivors.toml`` with the reason, or a claim is missing.
``python -m tests.grading.mutants`` runs them all.
"""
