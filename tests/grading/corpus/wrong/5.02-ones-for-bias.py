# dlw-corpus: units=5.02 loses=5.02/b,5.02/yt0,5.02/yt1
# Exercise 5.02
import numpy as np
import tensorflow as tf

np.random.seed(0)
tf.random.set_seed(0)
num_inputs = 2
num_neurons = 3
Wf = tf.Variable(tf.random.normal(shape=[num_inputs, num_neurons]))
Wr = tf.Variable(tf.random.normal(shape=[num_neurons, num_neurons]))
b = tf.Variable(tf.ones([1, num_neurons]))
xt0_batch = np.array([[0, 1], [2, 3], [4, 5]]).astype(np.float32)
xt1_batch = np.array([[100, 101], [102, 103], [104, 105]]).astype(np.float32)


def forward_pass(xt0, xt1):
    yt0 = tf.tanh(tf.matmul(xt0, Wf) + b)
    yt1 = tf.tanh(tf.matmul(yt0, Wr) + tf.matmul(xt1, Wf) + b)
    return yt0, yt1


yt0_output, yt1_output = forward_pass(xt0_batch, xt1_batch)
tf.print(yt0_output)
tf.print(yt1_output)
