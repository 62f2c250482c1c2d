# dlw-corpus: units=7.01 loses=7.01/x1
# Exercise 7.01
import numpy as np

np.random.seed(123)
loc = np.random.normal(3, 1, 1)
xr = np.linspace(loc[0], loc[0] + 6.4, 64)
xl = np.linspace(loc[0] - 6.4, loc[0], 64)
X1 = np.concatenate((xl, xr))
X2 = np.sin(X1)
realData = np.stack((X1, X2), axis=1)
print(realData.shape)
