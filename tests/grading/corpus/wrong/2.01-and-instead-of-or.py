# dlw-corpus: units=2.01 loses=2.01/y-values seconds=1
# Exercise 2.01
import numpy as np

X = np.array([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]], dtype=np.float32)
y = np.prod(X, axis=1).reshape(4, 1)
NUM_FEATURES, OUTPUT_SIZE = 2, 1
W = np.zeros((NUM_FEATURES, OUTPUT_SIZE), np.float32)
B = np.zeros((OUTPUT_SIZE, 1), np.float32)
print(1 / (1 + np.exp(-(X @ W + B))))
