# dlw-corpus: units=3.01 loses=3.01/conv-out,3.01/conv-out-shape seconds=1
# Exercise 3.01
import tensorflow as tf

A = tf.Variable([[1, 2, 3], [4, 5, 6], [7, 8, 9]])
B = tf.Variable([[1, 0, -1], [1, 0, -1], [1, 0, -1]])
mult_out = tf.math.multiply(A, B)
conv_out = tf.math.reduce_sum(mult_out, axis=0)
print(conv_out)
