# dlw-corpus: units=7.01 seconds=2
# Exercise 7.01
import numpy as np

np.random.seed(123)
loc = np.random.normal(3, 1, 1)
print(loc)

# newer numpy wants a plain number here
xr = np.arange(loc[0], loc[0] + 0.1 * 64, 0.1)
xl = np.arange(loc[0] - 0.1 * 64, loc[0], 0.1)
X1 = np.concatenate((xl, xr))
print(X1)
X2 = np.sin(X1)

import matplotlib.pyplot as plot

plot.plot(X1, X2)
plot.xlabel("Data Distribution")
plot.ylabel("Sine of data distribution")
plot.show()

X1 = X1.reshape(128, 1)
X2 = X2.reshape(128, 1)
realData = np.concatenate((X1, X2), axis=1)
print(realData.shape)
