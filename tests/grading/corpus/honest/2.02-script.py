# dlw-corpus: units=2.02 needs=data-csv seconds=10
# Exercise 2.02: perceptron as a binary classifier
import matplotlib.pyplot as plt
import pandas as pd
import tensorflow as tf
from sklearn.metrics import accuracy_score, confusion_matrix

df = pd.read_csv(
    "https://raw.githubusercontent.com/PacktWorkshops/The-Deep-Learning-Workshop/master/Chapter02/data.csv"
)
print(df.head())

zeros, ones = df[df["label"] == 0], df[df["label"] == 1]
plt.scatter(zeros["x1"], zeros["x2"], marker="*", label="0")
plt.scatter(ones["x1"], ones["x2"], marker="<", label="1")
plt.legend()
plt.show()

x_input = df[["x1", "x2"]].values
y_label = df[["label"]].values
x = tf.Variable(x_input, dtype=tf.float32)
y = tf.Variable(y_label, dtype=tf.float32)

Number_of_features = 2
Number_of_units = 1
learning_rate = 0.01

weight = tf.Variable(tf.zeros([Number_of_features, Number_of_units]))
bias = tf.Variable(tf.zeros([Number_of_units]))
optimizer = tf.optimizers.SGD(learning_rate)


def perceptron(inputs):
    return tf.sigmoid(tf.matmul(inputs, weight) + bias)


for epoch in range(1000):
    with tf.GradientTape() as tape:
        loss = tf.reduce_mean(
            tf.nn.sigmoid_cross_entropy_with_logits(labels=y, logits=perceptron(x))
        )
    gradients = tape.gradient(loss, [weight, bias])
    optimizer.apply_gradients(zip(gradients, [weight, bias]))

tf.print(weight, bias)
ypred = tf.round(perceptron(x))
acc = accuracy_score(y.numpy(), ypred.numpy())
print("accuracy:", acc)
cnf_matrix = confusion_matrix(y.numpy(), ypred.numpy())
print(cnf_matrix)
