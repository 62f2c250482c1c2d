# dlw-corpus: units=1.02 loses=1.02/result seconds=1
# Exercise 1.02
import tensorflow as tf

X, Y = tf.Variable(3), tf.Variable(4)
C = tf.constant(2)
equation = lambda x, y, c: x * y**2 + y + c
result = equation(X, Y, C)
print(result.numpy())
