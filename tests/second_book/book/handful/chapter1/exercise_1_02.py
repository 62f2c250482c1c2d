"""Exercise 1.02: the product of two matrices, and a determinant."""

import numpy as np


def run(
    A: tuple[tuple[int, ...], ...] = ((1, 2), (3, 4)),
    B: tuple[tuple[int, ...], ...] = ((0, 1), (1, 0)),
) -> dict[str, object]:
    return {"product": np.array(A) @ np.array(B), "determinant": np.linalg.det(np.array(A))}
