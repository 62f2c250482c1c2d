# dlw-corpus: units=5.02 seconds=3
# Exercise 5.02 - forward pass of a simple RNN
import numpy as np
import tensorflow as tf

np.random.seed(0)
tf.random.set_seed(0)

num_inputs, num_neurons = 2, 3

Wf = tf.Variable(tf.random.normal(shape=[num_inputs, num_neurons]))
Wr = tf.Variable(tf.random.normal(shape=[num_neurons, num_neurons]))
b = tf.Variable(tf.zeros([1, num_neurons]))

xt0_batch = np.array([[0, 1], [2, 3], [4, 5]], dtype=np.float32)
xt1_batch = np.array([[100, 101], [102, 103], [104, 105]], dtype=np.float32)


def forward_pass(xt0, xt1):
    yt0 = tf.tanh(xt0 @ Wf + b)
    yt1 = tf.tanh(yt0 @ Wr + xt1 @ Wf + b)
    return yt0, yt1


yt0_output, yt1_output = forward_pass(xt0_batch, xt1_batch)
tf.print(yt0_output)
tf.print(yt1_output)
