# dlw-corpus: units=3.01 loses=3.01/b,3.01/mult-out,3.01/conv-out seconds=1
# Exercise 3.01 in numpy
import numpy as np

A = np.array([[1, 2, 3], [4, 5, 6], [7, 8, 9]])
B = np.array([[1, 1, 1], [0, 0, 0], [-1, -1, -1]])
mult_out = np.multiply(A, B)
conv_out = np.sum(mult_out)
print(mult_out, conv_out)
