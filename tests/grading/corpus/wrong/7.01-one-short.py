# dlw-corpus: units=7.01 loses=7.01/right,7.01/left,7.01/numbers,7.01/x1,7.01/real-data
# Exercise 7.01
import numpy as np

np.random.seed(123)
loc = np.random.normal(3, 1, 1)
mid = loc[0]
xr = np.array([mid + 0.1 * i for i in range(63)])
xl = np.array([mid - 0.1 * i for i in range(63, 0, -1)])
X1 = np.concatenate((xl, xr))
realData = np.stack((X1, np.sin(X1)), axis=1)
print(realData.shape)
