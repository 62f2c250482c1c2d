# dlw-corpus: units=7.01 loses=7.01/real-data
# Exercise 7.01: one below the other
import numpy as np

np.random.seed(123)
loc = np.random.normal(3, 1, 1)
xr = np.arange(loc[0], loc[0] + (0.1 * 64), 0.1)
xl = np.arange(loc[0] - (0.1 * 64), loc[0], 0.1)
X1 = np.concatenate((xl, xr))
X2 = np.sin(X1)
realData = np.concatenate((X1.reshape(128, 1), X2.reshape(128, 1)), axis=0)
print(realData.shape)
