# dlw-corpus: units=2.03 needs=iris loses=2.03/number-of-features,2.03/weight-shape,2.03/weight seconds=5
# Exercise 2.03
import pandas as pd
import tensorflow as tf

df = pd.read_csv(
    "https://raw.githubusercontent.com/PacktWorkshops/The-Deep-Learning-Workshop/master/Chapter02/iris.csv"
)
x = tf.Variable(df.iloc[:, 1:-1].values, dtype=tf.float32)
y = pd.get_dummies(df["species"]).values.astype("float32")
Number_of_features, Number_of_units = x.shape[1], y.shape[1]
weight = tf.Variable(tf.zeros([Number_of_features, Number_of_units]))
bias = tf.Variable(tf.zeros([Number_of_units]))
optimizer = tf.optimizers.Adam(0.01)
optimizer.build([weight, bias])


@tf.function
def train():
    for n in tf.range(1000):
        with tf.GradientTape() as tape:
            probabilities = tf.nn.softmax(tf.matmul(x, weight) + bias)
            loss = tf.reduce_mean(
                tf.nn.softmax_cross_entropy_with_logits(labels=y, logits=probabilities)
            )
        optimizer.apply(tape.gradient(loss, [weight, bias]), [weight, bias])


train()
tf.print(weight)
