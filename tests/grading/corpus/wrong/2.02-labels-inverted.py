# dlw-corpus: units=2.02 needs=data-csv loses=2.02/weight,2.02/bias,2.02/confusion-matrix seconds=5
# Exercise 2.02: perceptron as a binary classifier
import pandas as pd
import tensorflow as tf
from sklearn.metrics import accuracy_score, confusion_matrix

df = pd.read_csv(
    "https://raw.githubusercontent.com/PacktWorkshops/The-Deep-Learning-Workshop/master/Chapter02/data.csv"
)
x_input = df[["x1", "x2"]].values
y_label = 1 - df[["label"]].values
x = tf.Variable(x_input, dtype=tf.float32)
y = tf.Variable(y_label, dtype=tf.float32)

Number_of_features = 2
Number_of_units = 1
learning_rate = 0.01
weight = tf.Variable(tf.zeros([Number_of_features, Number_of_units]))
bias = tf.Variable(tf.zeros([Number_of_units]))


def perceptron(x):
    return tf.sigmoid(tf.add(tf.matmul(x, weight), bias))


optimizer = tf.optimizers.SGD(learning_rate)
optimizer.build([weight, bias])


@tf.function
def train(i):
    for n in tf.range(i):
        with tf.GradientTape() as tape:
            loss = tf.reduce_mean(
                tf.nn.sigmoid_cross_entropy_with_logits(labels=y, logits=perceptron(x))
            )
        grads = tape.gradient(loss, [weight, bias], unconnected_gradients="zero")
        optimizer.apply(grads, [weight, bias])


train(tf.constant(1000))
tf.print(weight, bias)
ypred = tf.round(perceptron(x))
acc = accuracy_score(y.numpy(), ypred.numpy())
cnf_matrix = confusion_matrix(y.numpy(), ypred.numpy())
print(acc)
print(cnf_matrix)
