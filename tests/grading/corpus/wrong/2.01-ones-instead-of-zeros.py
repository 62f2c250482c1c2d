# dlw-corpus: units=2.01 loses=2.01/w-values seconds=1
# Exercise 2.01
import tensorflow as tf

X = tf.constant([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])
y = tf.constant([[0.0], [1.0], [1.0], [1.0]])
NUM_FEATURES, OUTPUT_SIZE = X.shape[1], y.shape[1]
W = tf.Variable(tf.ones([NUM_FEATURES, OUTPUT_SIZE]))
B = tf.Variable(tf.zeros([OUTPUT_SIZE, 1]))
tf.print(tf.sigmoid(tf.matmul(X, W) + B))
