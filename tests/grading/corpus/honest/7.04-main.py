# dlw-corpus: units=7.04 seconds=8
"""Exercise 7.04: everything in functions, as I learned it at work."""
import numpy as np
from keras import Input, Sequential, optimizers
from keras.layers import Dense

NOISE, POINTS, BATCH = 10, 2, 128


def dense(units, activation):
    return Dense(units, activation=activation, kernel_initializer="he_uniform")


def build_generator():
    model = Sequential([Input((NOISE,))])
    model.add(dense(32, "linear"))
    model.add(dense(32, "relu"))
    model.add(dense(64, "elu"))
    model.add(dense(32, "elu"))
    model.add(dense(32, "selu"))
    model.add(Dense(POINTS, activation="selu"))
    return model


def build_discriminator():
    model = Sequential([Input((POINTS,))] + [dense(16, "relu") for _ in range(3)])
    model.add(Dense(1, activation="sigmoid"))
    model.compile(loss="binary_crossentropy", optimizer="adam", metrics=["accuracy"])
    return model


def build_gan(generator, discriminator):
    discriminator.trainable = False
    gan = Sequential([generator, discriminator])
    gan.compile(loss="binary_crossentropy", optimizer=optimizers.Adam())
    return gan


def real_points(batch):
    x = np.random.normal(3, 1) + 0.1 * np.arange(-batch // 2, batch // 2)
    return np.column_stack([x, np.sin(x)])


def train(generator, discriminator, gan, steps):
    ones, zeros = np.ones((BATCH, 1)), np.zeros((BATCH, 1))
    for _ in range(steps):
        noise = np.random.randn(BATCH, NOISE)
        discriminator.train_on_batch(real_points(BATCH), ones)
        discriminator.train_on_batch(generator.predict(noise, verbose=0), zeros)
        gan.train_on_batch(noise, ones)


def main():
    discriminator = build_discriminator()
    discriminator.summary()
    generator = build_generator()
    generator.summary()
    gan = build_gan(generator, discriminator)
    gan.summary()
    train(generator, discriminator, gan, steps=3)


if __name__ == "__main__":
    main()
