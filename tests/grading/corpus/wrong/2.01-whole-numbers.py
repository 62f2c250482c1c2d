# dlw-corpus: units=2.01 loses=2.01/x-dtype seconds=1
# Exercise 2.01
import tensorflow as tf

X = tf.Variable([[0, 0], [0, 1], [1, 0], [1, 1]])
y = tf.reshape(tf.Variable([0, 1, 1, 1], dtype=tf.float32), [4, 1])
NUM_FEATURES = X.shape[1]
OUTPUT_SIZE = 1
W = tf.Variable(tf.zeros([NUM_FEATURES, OUTPUT_SIZE]))
B = tf.Variable(tf.zeros([OUTPUT_SIZE, 1]))
print(tf.sigmoid(tf.matmul(tf.cast(X, tf.float32), W) + B))
