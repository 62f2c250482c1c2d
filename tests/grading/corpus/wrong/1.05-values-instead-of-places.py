# dlw-corpus: units=1.05 loses=1.05/argmax-axis-0,1.05/argmax-axis-1 seconds=1
# Exercise 1.05
import numpy as np

X = np.array([[91, 12, 15], [11, 88, 21], [90, 87, 75]])
argmax_axis_0 = np.max(X, axis=0)
argmax_axis_1 = np.max(X, axis=1)
print(argmax_axis_0, argmax_axis_1)
