# dlw-corpus: units=1.03 loses=1.03/c2 seconds=1
# Exercise 1.03 with NumPy
import numpy as np

X = np.array([[1, 2, 3], [4, 5, 6]])
Y = np.array([[7, 8], [9, 10], [11, 12]])
c1 = X @ Y
c2 = X.T @ Y.T  # "changing the order of the matrices"
print(c1, c2, sep="\n\n")
