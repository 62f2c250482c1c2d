# dlw-corpus: units=1.05 loses=1.05/argmax-axis-0,1.05/argmax-axis-1 seconds=1
# Exercise 1.05
import tensorflow as tf

X = tf.Variable([[91, 12, 15], [11, 88, 21], [90, 87, 75]])
argmax_axis_0 = tf.argmax(X, axis=1)  # axis 0 are the rows
argmax_axis_1 = tf.argmax(X, axis=0)
tf.print(argmax_axis_0, argmax_axis_1)
