# dlw-corpus: units=5.02 seconds=3
# exercise_5_02 in small functions; the batches are tensors
import tensorflow as tf

tf.random.set_seed(0)

num_inputs = 2
num_neurons = 3


def weights(rows, columns):
    return tf.Variable(tf.random.normal([rows, columns]))


Wf = weights(num_inputs, num_neurons)
Wr = weights(num_neurons, num_neurons)
b = tf.Variable(tf.zeros([1, num_neurons]))

xt0_batch = tf.constant([[0, 1], [2, 3], [4, 5]], dtype=tf.float32)
xt1_batch = tf.constant([[100, 101], [102, 103], [104, 105]], dtype=tf.float32)


def step(x, state):
    return tf.tanh(tf.matmul(x, Wf) + tf.matmul(state, Wr) + b)


yt0_output = step(xt0_batch, tf.zeros([3, num_neurons]))
yt1_output = step(xt1_batch, yt0_output)
tf.print(yt0_output, yt1_output, sep="\n")
