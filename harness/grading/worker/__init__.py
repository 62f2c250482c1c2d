"""What runs inside the sandbox: the standard library and NumPy alone, on Python 3.7 and later.

``zygote`` waits with the libraries imported and forks; ``supervisor`` watches one child over its
limits; ``jail`` closes its walls; ``runner`` runs the submission and sends what its names hold.
Nothing here knows a claim: it is told which names to look at, no more.
"""
