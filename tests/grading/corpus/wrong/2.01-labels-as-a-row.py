# dlw-corpus: units=2.01 loses=2.01/y-values,2.01/y-shape seconds=1
# Exercise 2.01
import tensorflow as tf

X = tf.Variable([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]], dtype=tf.float32)
y = tf.Variable([0, 1, 1, 1], dtype=tf.float32)
y = tf.reshape(y, [1, 4])
NUM_FEATURES = X.shape[1]
OUTPUT_SIZE = 1
W = tf.Variable(tf.zeros([NUM_FEATURES, OUTPUT_SIZE]))
B = tf.Variable(tf.zeros([OUTPUT_SIZE, 1]))
print(tf.sigmoid(tf.matmul(X, W) + B))
