# dlw-corpus: units=5.02 seconds=3
# Exercise 5.02: only the random weights come from TensorFlow, the rest is NumPy
import numpy as np
import tensorflow as tf

tf.random.set_seed(0)
n_inputs = 2
n_neurons = 3
Wx = tf.random.normal((n_inputs, n_neurons)).numpy()
Wh = tf.random.normal((n_neurons, n_neurons)).numpy()
bias = np.zeros((1, n_neurons), dtype="float32")

x0 = np.float32([[0, 1], [2, 3], [4, 5]])
x1 = np.float32([[100, 101], [102, 103], [104, 105]])

# unroll the loop over the two steps
state = np.zeros((3, n_neurons), dtype="float32")
outputs = []
for x in (x0, x1):
    state = np.tanh(np.dot(x, Wx) + np.dot(state, Wh) + bias)
    outputs.append(state)

y0, y1 = outputs
print(y0)
print(y1)
