# dlw-corpus: units=3.01 loses=3.01/a-dtype,3.01/b-dtype,3.01/mult-out-dtype,3.01/conv-out-dtype seconds=1
# Exercise 3.01
import tensorflow as tf

A = tf.Variable([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0], [7.0, 8.0, 9.0]])
B = tf.Variable([[1.0, 0.0, -1.0], [1.0, 0.0, -1.0], [1.0, 0.0, -1.0]])
mult_out = A * B
conv_out = tf.reduce_sum(mult_out)
print(mult_out, conv_out)
