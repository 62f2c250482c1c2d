# dlw-corpus: units=3.04 seconds=3 expect_missing=3.04/*-epoch-*
# Exercise 3.04: CIFAR-10 with augmentation. The download is large, so it is done last and by hand.
import tensorflow as tf
from tensorflow.keras import layers
from tensorflow.keras.preprocessing.image import ImageDataGenerator

batch_size = 16
img_height, img_width = 32, 32

augmentation = dict(width_shift_range=0.1, height_shift_range=0.1, horizontal_flip=True)
train_img_gen = ImageDataGenerator(rescale=1.0 / 255, **augmentation)
val_img_gen = ImageDataGenerator(rescale=1.0 / 255)

model = tf.keras.Sequential(
    [
        tf.keras.Input((img_height, img_width, 3)),
        layers.Conv2D(64, 3, activation="relu"),
        layers.MaxPooling2D(),
        layers.Conv2D(128, 3, activation="relu"),
        layers.MaxPooling2D(),
        layers.Flatten(),
        layers.Dense(128, activation="relu"),
        layers.Dense(10, activation="softmax"),
    ]
)
model.compile(
    loss="sparse_categorical_crossentropy",
    optimizer=tf.keras.optimizers.Adam(0.001),
    metrics=["accuracy"],
)
model.summary()


def fit(epochs=5):
    (x, y), (x_test, y_test) = tf.keras.datasets.cifar10.load_data()
    return model.fit(
        train_img_gen.flow(x, y, batch_size=batch_size),
        epochs=epochs,
        validation_data=val_img_gen.flow(x_test, y_test, batch_size=batch_size),
    )
