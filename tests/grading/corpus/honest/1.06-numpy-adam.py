# dlw-corpus: units=1.06 seconds=1
# Exercise 1.06 - I wanted to see what Adam really does, so no TensorFlow here.
import numpy as np

x = np.array([1, 2, 3, 4], dtype=np.float32)
y = np.array([0, -1, -2, -3], dtype=np.float32)

lr, beta1, beta2, eps = 0.01, 0.9, 0.999, 1e-7
theta = np.zeros(2, dtype=np.float32)  # [w, b]
mean = np.zeros_like(theta)
var = np.zeros_like(theta)

for t in range(1, 1001):
    residual = theta[0] * x + theta[1] - y
    sign = np.sign(residual)
    grad = np.array([np.sum(sign * x), np.sum(sign)], dtype=np.float32)
    mean += (grad - mean) * np.float32(1 - beta1)
    var += (grad**2 - var) * np.float32(1 - beta2)
    alpha = np.float32(lr * np.sqrt(1 - beta2**t) / (1 - beta1**t))
    theta -= alpha * mean / (np.sqrt(var) + np.float32(eps))

w, b = theta
prediction = w * x + b
print("w =", w, "b =", b)
print("prediction:", prediction)
