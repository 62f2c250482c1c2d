# dlw-corpus: units=3.02 needs=mnist seconds=8 expect_missing=3.02/*-epoch-*,3.02/evaluate-*
# Exercise 3.02: CNN for MNIST. No GPU here, I trained it on another machine.
import numpy as np
import tensorflow as tf
from tensorflow.keras import layers
from tensorflow.keras.datasets import mnist

(features_train, label_train), (features_test, label_test) = mnist.load_data()
features_train = features_train.reshape(60000, 28, 28, 1).astype("float32") / 255
features_test = features_test.reshape(10000, 28, 28, 1).astype("float32") / 255
print(features_train.shape, features_test.shape, label_train)

np.random.seed(8)
tf.random.set_seed(8)

model = tf.keras.Sequential()
model.add(tf.keras.Input((28, 28, 1)))
model.add(layers.Conv2D(64, (3, 3), activation="relu"))
model.add(layers.MaxPooling2D(2, 2))
model.add(layers.Conv2D(64, (3, 3), activation="relu"))
model.add(layers.MaxPooling2D(2, 2))
model.add(layers.Flatten())
model.add(layers.Dense(128, activation="relu"))
model.add(layers.Dense(10, activation="softmax"))

optimizer = tf.keras.optimizers.Adam(0.001)
model.compile(loss="sparse_categorical_crossentropy", optimizer=optimizer, metrics=["accuracy"])
model.summary()

WITH_TRAINING = False
if WITH_TRAINING:
    history = model.fit(features_train, label_train, epochs=5, validation_split=0.2, verbose=2)
    model.evaluate(features_test, label_test)
