# dlw-corpus: units=1.04 loses=1.04/reshaped,1.04/a seconds=1
# Exercise 1.04
import tensorflow as tf

A = tf.Variable([[1, 2, 3, 4], [5, 6, 7, 8], [9, 10, 11, 12], [13, 14, 15, 16], [17, 18, 19, 20]])
tf.print(A)
A = tf.reshape(A, [4, 5, 1])
tf.print(A.shape)
tf.print(A)
