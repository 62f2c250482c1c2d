# dlw-corpus: units=A3.01 needs=fashion-mnist seconds=8 expect_missing=A3.01/*-epoch-*
# Activity 3.01: Fashion MNIST. Training takes an hour on my machine, see the report for the log.
import numpy as np
import tensorflow as tf
from tensorflow.keras import layers
from tensorflow.keras.datasets import fashion_mnist
from tensorflow.keras.preprocessing.image import ImageDataGenerator

(features_train, label_train), (features_test, label_test) = fashion_mnist.load_data()
features_train = np.expand_dims(features_train, -1)
features_test = np.expand_dims(features_test, -1)

train_img_gen = ImageDataGenerator(
    rescale=1.0 / 255,
    rotation_range=40,
    width_shift_range=0.1,
    height_shift_range=0.1,
    shear_range=0.2,
    zoom_range=0.2,
    horizontal_flip=True,
    fill_mode="nearest",
)
train_data_gen = train_img_gen.flow(features_train, label_train, batch_size=16)
images, labels = next(train_data_gen)
print("one batch:", images.shape, labels.shape)

model = tf.keras.Sequential()
model.add(tf.keras.Input(shape=features_train.shape[1:]))
for filters in (64, 128):
    model.add(layers.Conv2D(filters, 3, activation="relu"))
    model.add(layers.MaxPooling2D())
model.add(layers.Flatten())
model.add(layers.Dense(128, activation="relu"))
model.add(layers.Dense(10, activation="softmax"))
model.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
model.summary()
