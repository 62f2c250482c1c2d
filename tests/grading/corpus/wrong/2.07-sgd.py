# dlw-corpus: units=2.07 needs=mnist loses=2.07/optimizer expect_missing=2.07/evaluate-*,2.07/prediction seconds=8
# Exercise 2.07: the network; the training comes later
import tensorflow as tf
from tensorflow.keras.layers import Dense, Flatten, Input

(train_features, train_labels), (test_features, test_labels) = tf.keras.datasets.mnist.load_data()
train_features, test_features = train_features / 255.0, test_features / 255.0
model = tf.keras.Sequential(
    [
        Input((28, 28)),
        Flatten(),
        Dense(50, activation="relu"),
        Dense(20, activation="relu"),
        Dense(10, activation="softmax"),
    ]
)
model.compile(optimizer="sgd", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
model.summary()
test_image = test_features[200]
print(test_image.shape)
