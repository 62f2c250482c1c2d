# dlw-corpus: units=1.03 seconds=1
# Exercise 1.03, done with NumPy because TensorFlow would not install on my laptop
import numpy as np

X = np.arange(1, 7).reshape(2, 3)
Y = np.array([[7, 8], [9, 10], [11, 12]])
print("X is", X.shape, "and Y is", Y.shape)

c1 = X.dot(Y)
c2 = Y @ X
for name, matrix in {"XY": c1, "YX": c2}.items():
    print(name)
    print(matrix)
