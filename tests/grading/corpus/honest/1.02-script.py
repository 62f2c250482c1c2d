# dlw-corpus: units=1.02 seconds=1
# Exercise 1.02 - solve Z = X^2*Y + Y + 2 with TensorFlow
import tensorflow as tf

X = tf.Variable(3)
Y = tf.Variable(4)
C = tf.constant(2)


def solve(x, y, c):
    first_term = tf.math.multiply(tf.math.square(x), y)
    return first_term + y + c


result = solve(X, Y, C)
tf.print("Z =", result)
