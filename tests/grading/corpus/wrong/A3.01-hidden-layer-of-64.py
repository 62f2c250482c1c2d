# dlw-corpus: units=A3.01 loses=A3.01/units expect_missing=A3.01/*-epoch-* seconds=2
# Activity 3.01, the network
import keras
from keras import layers

model = keras.Sequential([keras.Input((28, 28, 1))])
model.add(layers.Conv2D(64, 3, activation="relu"))
model.add(layers.MaxPooling2D())
model.add(layers.Conv2D(128, 3, activation="relu"))
model.add(layers.MaxPooling2D())
model.add(layers.Flatten())
model.add(layers.Dense(64, activation="relu"))
model.add(layers.Dense(10, activation="softmax"))
model.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
