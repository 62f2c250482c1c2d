# dlw-corpus: units=2.04 loses=2.04/bias-shape seconds=1
# Exercise 2.04: the layer of ten neurons
import tensorflow as tf

Number_of_features = 784
Number_of_units = 10
weight = tf.Variable(tf.zeros([Number_of_features, Number_of_units]))
bias = tf.Variable(tf.zeros([1]))


def perceptron(x):
    return tf.nn.softmax(tf.matmul(x, weight) + bias)


print(perceptron(tf.zeros([1, Number_of_features])))
