# dlw-corpus: units=2.03 needs=iris loses=2.03/weight seconds=5
# Exercise 2.03: multiclass perceptron
import pandas as pd
import tensorflow as tf
from pandas import get_dummies

df = pd.read_csv(
    "https://raw.githubusercontent.com/PacktWorkshops/The-Deep-Learning-Workshop/master/Chapter02/iris.csv"
)
x = df[["petallength", "petalwidth", "sepallength", "sepalwidth"]].values
y = get_dummies(df["species"].values).values.astype("float32")
x = tf.Variable(x, dtype=tf.float32)

Number_of_features = 4
Number_of_units = 3
weight = tf.Variable(tf.zeros([Number_of_features, Number_of_units]))
bias = tf.Variable(tf.zeros([Number_of_units]))


def perceptron(x):
    return tf.nn.softmax(tf.add(tf.matmul(x, weight), bias), axis=0)


optimizer = tf.optimizers.Adam(0.01)
optimizer.build([weight, bias])


@tf.function
def train(i):
    for n in tf.range(i):
        with tf.GradientTape() as tape:
            loss = tf.reduce_mean(
                tf.nn.softmax_cross_entropy_with_logits(labels=y, logits=perceptron(x))
            )
        optimizer.apply(tape.gradient(loss, [weight, bias]), [weight, bias])


train(tf.constant(1000))
tf.print(weight)
