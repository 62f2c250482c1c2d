# dlw-corpus: units=1.05 seconds=1
# Exercise 1.05
import tensorflow as tf

X = tf.Variable([[91, 12, 15], [11, 88, 21], [90, 87, 75]])
tf.print(X)
print(X.shape)

# axis 0 goes down the rows, so there is one answer for each column
argmax_axis_0 = tf.math.argmax(X, axis=0)
argmax_axis_1 = tf.math.argmax(X, axis=1)
tf.print(argmax_axis_0)
tf.print(argmax_axis_1)
