# dlw-corpus: units=1.03 loses=1.03/y,1.03/y-shape seconds=1
# Exercise 1.03
import tensorflow as tf

X = tf.Variable([[1, 2, 3], [4, 5, 6]])
Y = tf.Variable([[7, 9, 11], [8, 10, 12]])
c1 = tf.matmul(X, Y, transpose_b=True)
c2 = tf.matmul(Y, X, transpose_a=True)
tf.print(c1, c2)
