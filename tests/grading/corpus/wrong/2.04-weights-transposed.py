# dlw-corpus: units=2.04 loses=2.04/weight-shape seconds=1
# Exercise 2.04: the layer of ten neurons
import tensorflow as tf

Number_of_features = 28 * 28
Number_of_units = 10
weight = tf.Variable(tf.zeros([Number_of_units, Number_of_features]))
bias = tf.Variable(tf.zeros([Number_of_units]))


def perceptron(x):
    return tf.nn.softmax(tf.matmul(x, weight, transpose_b=True) + bias)


print(perceptron(tf.zeros([1, Number_of_features])))
