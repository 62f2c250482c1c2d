# dlw-corpus: units=2.04 needs=mnist seconds=8
# Exercise 2.04: one layer of ten neurons for MNIST (20 steps instead of 1000, to keep it short)
import pandas as pd
import tensorflow as tf

(train_features, train_labels), (test_features, test_labels) = tf.keras.datasets.mnist.load_data()
train_features, test_features = train_features / 255.0, test_features / 255.0

x = tf.cast(tf.reshape(train_features, [60000, 784]), tf.float32)
y = pd.get_dummies(train_labels).values.astype("float32")

Number_of_features = x.shape[1]
Number_of_units = 10
weight = tf.Variable(tf.zeros([Number_of_features, Number_of_units]))
bias = tf.Variable(tf.zeros([Number_of_units]))
optimizer = tf.optimizers.Adam(0.01)


def perceptron(images):
    return tf.nn.softmax(images @ weight + bias)


for i in range(20):
    with tf.GradientTape() as tape:
        loss = tf.reduce_mean(tf.nn.softmax_cross_entropy_with_logits(y, perceptron(x)))
    grads = tape.gradient(loss, [weight, bias])
    optimizer.apply_gradients(zip(grads, [weight, bias]))

test = tf.cast(tf.reshape(test_features, [10000, 784]), tf.float32)
right = tf.argmax(perceptron(test), axis=1) == test_labels
print("accuracy:", tf.reduce_mean(tf.cast(right, tf.float32)).numpy())
