"""Submissions graded: read, run behind a wall, judged by the book's claims.

``submissions`` reads them, ``pool`` runs them in the sandbox, ``sheets`` says where a submission
holds what a claim speaks of, ``marking`` judges, ``honesty`` runs them again on other inputs.
Nothing of a submission is ever executed in this process.
"""
