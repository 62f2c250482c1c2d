# dlw-corpus: units=1.02 loses=1.02/result seconds=1
# Exercise 1.02 (the listing of the book)
import tensorflow as tf

X = tf.Variable(3)
Y = tf.Variable(4)
C = tf.constant(2)


def myfunc(x, y, c):
    Z = x * x * y + c
    return Z


result = myfunc(X, Y, C)
tf.print(result)
