# dlw-corpus: units=2.01 seconds=1
# Exercise 2.01 -- a perceptron for the OR table, not trained yet
import tensorflow as tf

X = tf.Variable([[0, 0], [0, 1], [1, 0], [1, 1]], dtype=tf.float32)
y = tf.Variable([0, 1, 1, 1], dtype=tf.float32)
y = tf.reshape(y, (-1, 1))

NUM_FEATURES = X.shape[1]
OUTPUT_SIZE = 1

W = tf.Variable(tf.zeros((NUM_FEATURES, OUTPUT_SIZE)), dtype=tf.float32)
B = tf.Variable(tf.zeros((OUTPUT_SIZE, 1)), dtype=tf.float32)


def perceptron(inputs):
    return tf.nn.sigmoid(inputs @ W + B)


for variable in (X, y, W, B):
    print(variable)
print(perceptron(X))
