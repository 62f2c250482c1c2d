"""Linear Algebra with TensorFlow: a matrix product, element by element (Figures 1.14 to 1.22)."""

import tensorflow as tf

from reference.attempts import attempt

ROWS_OF_A = [[1, 2, 3], [4, 5, 6]]
ROWS_OF_B = [[7, 8], [9, 10], [11, 12]]


def sum_of_products(row: tf.Tensor, column: tf.Tensor) -> tf.Tensor:
    """One element of a product: a row (1, n) times a column (n, 1), element-wise, summed."""
    return tf.reduce_sum(tf.transpose(row) * column)


def run() -> dict[str, object]:
    A, B = tf.Variable(ROWS_OF_A), tf.Variable(ROWS_OF_B)
    rows = [A[i : i + 1] for i in range(2)]
    columns = [B[:, j : j + 1] for j in range(2)]
    D = tf.stack([[sum_of_products(row, column) for column in columns] for row in rows])
    kinds = {
        "variables": (A, B),
        "constants": (tf.constant(ROWS_OF_A), tf.constant(ROWS_OF_B)),
        "arrays": (A.numpy(), B.numpy()),
        "lists": (ROWS_OF_A, ROWS_OF_B),
    }
    return {
        "A": A,
        "B": B,
        "columns_of_a_rows_of_b": [A.shape[1], B.shape[0]],
        "a_times_b": attempt(lambda: tf.matmul(A, B)),
        "a_times_a": attempt(lambda: tf.matmul(A, A)),
        "four_by_three_times_three_by_five": tf.matmul(tf.ones([4, 3]), tf.ones([3, 5])),
        "b_times_a": tf.matmul(B, A),
        "A_R1": rows[0],
        "B_C1": columns[0],
        "B_C2": columns[1],
        "first_sum": sum_of_products(rows[0], columns[0]),
        "second_sum": sum_of_products(rows[0], columns[1]),
        "D_first_element": D[:1, :1],
        "D_first_row": D[:1],
        "D": D,
        "C": tf.matmul(A, B),
        "kinds_accepted": [
            kind for kind, factors in kinds.items() if tf.reduce_all(tf.matmul(*factors) == D)
        ],
    }
