# dlw-corpus: units=7.05 needs=mnist seconds=15
# Exercise 7.05 - DCGAN
import matplotlib.pyplot as plt
import numpy as np
from tensorflow.keras.datasets import mnist
from tensorflow.keras.layers import (
    Activation,
    BatchNormalization,
    Conv2D,
    Conv2DTranspose,
    Dense,
    Flatten,
    LeakyReLU,
    Reshape,
)
from tensorflow.keras.models import Sequential

(images, _), _ = mnist.load_data()
images = (images[..., np.newaxis].astype("float32") - 127.5) / 127.5


def realData(batch):
    return images[np.random.randint(0, len(images), size=batch)]


for j, picture in enumerate(realData(25)):
    plt.subplot(5, 5, j + 1)
    plt.axis("off")
    plt.imshow(picture[:, :, 0], cmap="gray_r")
plt.show()


def fakeInputs(batch, infeats):
    return np.random.uniform(-1, 1, size=[batch, infeats])


def genModel(infeats):
    Genmodel = Sequential()
    Genmodel.add(Dense(512, input_dim=infeats))
    Genmodel.add(Activation("relu"))
    Genmodel.add(BatchNormalization())
    Genmodel.add(Dense(7 * 7 * 64))
    Genmodel.add(Activation("relu"))
    Genmodel.add(BatchNormalization())
    Genmodel.add(Reshape((7, 7, 64)))
    Genmodel.add(Conv2DTranspose(32, kernel_size=(5, 5), strides=(2, 2), padding="same"))
    Genmodel.add(Activation("relu"))
    Genmodel.add(BatchNormalization())
    Genmodel.add(Conv2DTranspose(1, kernel_size=(5, 5), strides=(2, 2), padding="same"))
    Genmodel.add(Activation("tanh"))
    return Genmodel


def fakedataGenerator(Genmodel, batch, infeats):
    return Genmodel.predict(fakeInputs(batch, infeats), verbose=0)


batch = 128
infeats = 100
Genmodel = genModel(infeats)
Genmodel.summary()

fake = fakedataGenerator(Genmodel, batch, infeats)
print(fake.shape)
plt.imshow(fake[1, :, :, 0], cmap="gray_r")
plt.xlabel("Fake Sample Image")
plt.show()


def discModel():
    Discmodel = Sequential()
    Discmodel.add(
        Conv2D(32, kernel_size=(5, 5), strides=(2, 2), padding="same", input_shape=(28, 28, 1))
    )
    Discmodel.add(LeakyReLU(0.2))
    Discmodel.add(Conv2D(64, kernel_size=(5, 5), strides=(2, 2), padding="same"))
    Discmodel.add(LeakyReLU(0.2))
    Discmodel.add(Flatten())
    Discmodel.add(Dense(512))
    Discmodel.add(LeakyReLU(0.2))
    Discmodel.add(Dense(1, activation="sigmoid"))
    Discmodel.compile(loss="binary_crossentropy", optimizer="adam", metrics=["accuracy"])
    return Discmodel


Discmodel = discModel()
Discmodel.summary()


def ganModel(Genmodel, Discmodel):
    Discmodel.trainable = False
    Ganmodel = Sequential()
    Ganmodel.add(Genmodel)
    Ganmodel.add(Discmodel)
    Ganmodel.compile(loss="binary_crossentropy", optimizer="adam")
    return Ganmodel


gan_model = ganModel(Genmodel, Discmodel)
gan_model.summary()

for i in range(1):
    x_real = realData(batch)
    x_fake = fakedataGenerator(Genmodel, batch, infeats)
    X = np.concatenate([x_real, x_fake])
    Y = np.zeros(batch * 2)
    Y[:batch] = 1
    Discmodel.train_on_batch(X, Y)
    gan_model.train_on_batch(fakeInputs(batch * 2, infeats), np.ones(batch * 2))
