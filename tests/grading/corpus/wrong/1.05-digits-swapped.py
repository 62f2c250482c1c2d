# dlw-corpus: units=1.05 loses=1.05/x seconds=1
# Exercise 1.05
import tensorflow as tf

X = tf.Variable([[91, 12, 15], [11, 88, 21], [90, 87, 57]])
axis0 = tf.argmax(X, axis=0)
axis1 = tf.argmax(X, axis=1)
print(axis0.numpy(), axis1.numpy())
