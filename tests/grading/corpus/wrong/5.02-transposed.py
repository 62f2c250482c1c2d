# dlw-corpus: units=5.02 loses=5.02/yt0,5.02/yt1
# Exercise 5.02: neurons in rows
import numpy as np
import tensorflow as tf

np.random.seed(0)
tf.random.set_seed(0)
num_inputs = 2
num_neurons = 3
Wf = tf.Variable(tf.random.normal(shape=[num_inputs, num_neurons]))
Wr = tf.Variable(tf.random.normal(shape=[num_neurons, num_neurons]))
b = tf.Variable(tf.zeros([1, num_neurons]))
xt0_batch = np.array([[0, 1], [2, 3], [4, 5]]).astype(np.float32)
xt1_batch = np.array([[100, 101], [102, 103], [104, 105]]).astype(np.float32)

yt0_output = tf.tanh(tf.transpose(Wf) @ xt0_batch.T + tf.transpose(b))
yt1_output = tf.tanh(
    tf.transpose(Wr) @ yt0_output + tf.transpose(Wf) @ xt1_batch.T + tf.transpose(b)
)
print(yt0_output.numpy())
print(yt1_output.numpy())
