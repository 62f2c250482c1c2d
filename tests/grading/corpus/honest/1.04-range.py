# dlw-corpus: units=1.04 seconds=1
# Exercise 1.04: reshape a 5x4 matrix to 5x4x1
import tensorflow as tf

A = tf.reshape(tf.range(1, 21), (5, 4))
print(A)
print("rank before:", tf.rank(A).numpy())

reshaped = tf.reshape(A, [5, 4, 1])
print(A.shape)  # reshape gives a new tensor, A itself is as before

A = reshaped
print(A.shape, "rank after:", tf.rank(A).numpy())
