# dlw-corpus: units=7.01 loses=7.01/loc,7.01/x1
# Exercise 7.01
import numpy as np

np.random.seed(42)
loc = np.random.normal(3, 1, 1)
mid = loc[0]
xr = mid + 0.1 * np.arange(64)
xl = mid - 6.4 + 0.1 * np.arange(64)
X1 = np.concatenate((xl, xr))
realData = np.stack((X1, np.sin(X1)), axis=1)
print(realData.shape)
