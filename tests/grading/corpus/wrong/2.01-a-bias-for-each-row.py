# dlw-corpus: units=2.01 loses=2.01/b-values,2.01/b-shape seconds=1
# Exercise 2.01
import tensorflow as tf

X = tf.Variable([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])
y = tf.reshape(tf.constant([0.0, 1.0, 1.0, 1.0]), [4, 1])
NUM_FEATURES, OUTPUT_SIZE = 2, 1
W = tf.Variable(tf.zeros([NUM_FEATURES, OUTPUT_SIZE]))
B = tf.Variable(tf.zeros([X.shape[0], 1]))
tf.print(tf.sigmoid(tf.add(tf.matmul(X, W), B)))
