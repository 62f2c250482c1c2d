# dlw-corpus: units=2.03 needs=iris seconds=10
"""Exercise 2.03: the three kinds of iris by one layer of softmax neurons."""

import pandas as pd
import tensorflow as tf
from sklearn.metrics import accuracy_score

SOURCE = "https://raw.githubusercontent.com/PacktWorkshops/The-Deep-Learning-Workshop/master/Chapter02/iris.csv"
COLUMNS = ["petallength", "petalwidth", "sepallength", "sepalwidth"]


class SoftmaxLayer:
    def __init__(self, n_in, n_out):
        self.weight = tf.Variable(tf.zeros([n_in, n_out]))
        self.bias = tf.Variable(tf.zeros([n_out]))

    @property
    def parameters(self):
        return [self.weight, self.bias]

    def __call__(self, inputs):
        return tf.nn.softmax(tf.matmul(inputs, self.weight) + self.bias)


df = pd.read_csv(SOURCE)
x = tf.Variable(df[COLUMNS].values, dtype=tf.float32)
y = pd.get_dummies(df["species"]).values.astype("float32")

Number_of_features, Number_of_units = x.shape[1], y.shape[1]
layer = SoftmaxLayer(Number_of_features, Number_of_units)
optimizer = tf.optimizers.Adam(0.01)


def train(iterations):
    for _ in range(iterations):
        with tf.GradientTape() as tape:
            loss = tf.reduce_mean(
                tf.nn.softmax_cross_entropy_with_logits(labels=y, logits=layer(x))
            )
        optimizer.apply_gradients(zip(tape.gradient(loss, layer.parameters), layer.parameters))


train(1000)
weight = layer.weight
tf.print(weight)
print(accuracy_score(y, tf.round(layer(x))))
