# dlw-corpus: units=1.05 seconds=1
# Exercise 1.05 (argmax), numpy
import numpy as np

X = np.array([[91, 12, 15], [11, 88, 21], [90, 87, 75]])
print(X)
print(np.argmax(X, axis=0))
print(np.argmax(X, axis=1))
