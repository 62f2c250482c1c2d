# dlw-corpus: units=3.01 seconds=1
# Exercise 3.01 - one step of a convolution
import tensorflow as tf

A = tf.constant([[1, 2, 3], [4, 5, 6], [7, 8, 9]])
B = tf.constant([[1, 0, -1]] * 3)
print(A, B, sep="\n")

mult_out = A * B
conv_out = tf.reduce_sum(mult_out)
print(mult_out)
print("convolution:", int(conv_out))
