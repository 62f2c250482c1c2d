# dlw-corpus: units=1.06 seconds=6
# Exercise 1.06: linear regression with Adam.
# optimizer.minimize() is gone in Keras 3, so the gradient is taken by hand.
import tensorflow as tf

w = tf.Variable(0.0)
b = tf.Variable(0.0)


def regression(x):
    return w * x + b


x = [1, 2, 3, 4]
y = [0, -1, -2, -3]


def loss():
    return abs(regression(x) - y)


optimizer = tf.optimizers.Adam(0.01)
for step in range(1000):
    with tf.GradientTape() as tape:
        error = loss()
    grads = tape.gradient(error, [w, b])
    optimizer.apply_gradients(zip(grads, [w, b]))

tf.print(w, b)
tf.print(regression([1, 2, 3, 4]))
