# dlw-corpus: units=1.03 loses=1.03/c2 seconds=1
# Exercise 1.03
import tensorflow as tf

X = tf.Variable([[1, 2, 3], [4, 5, 6]])
Y = tf.Variable([[7, 8], [9, 10], [11, 12]])
c1 = tf.matmul(X, Y)
c2 = tf.matmul(X, Y)  # the order is changed here
tf.print(c1)
tf.print(c2)
