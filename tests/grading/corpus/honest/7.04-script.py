# dlw-corpus: units=7.04 seconds=10
# Exercise 7.04, the GAN
import numpy as np
from matplotlib import pyplot
from numpy.random import randn
from tensorflow.keras.layers import Dense
from tensorflow.keras.models import Sequential


def realData(loc, batch):
    x = loc + np.arange(-batch // 2, batch // 2) * 0.1
    return np.c_[x, np.sin(x)], np.ones((batch, 1))


def genModel(infeats, outfeats):
    g = Sequential()
    g.add(Dense(32, activation="linear", kernel_initializer="he_uniform", input_dim=infeats))
    g.add(Dense(32, activation="relu", kernel_initializer="he_uniform"))
    g.add(Dense(64, activation="elu", kernel_initializer="he_uniform"))
    g.add(Dense(32, activation="elu", kernel_initializer="he_uniform"))
    g.add(Dense(32, activation="selu", kernel_initializer="he_uniform"))
    g.add(Dense(outfeats, activation="selu"))
    return g


def discModel(outfeats):
    d = Sequential()
    d.add(Dense(16, activation="relu", kernel_initializer="he_uniform", input_dim=outfeats))
    d.add(Dense(16, activation="relu", kernel_initializer="he_uniform"))
    d.add(Dense(16, activation="relu", kernel_initializer="he_uniform"))
    d.add(Dense(1, activation="sigmoid"))
    d.compile(loss="binary_crossentropy", optimizer="adam", metrics=["accuracy"])
    return d


def fakedataGenerator(Genmodel, batch, infeats):
    return Genmodel.predict(randn(batch, infeats), verbose=0), np.zeros((batch, 1))


batch = 128
infeats = 10
outfeats = 2

Discmodel = discModel(outfeats)
Discmodel.summary()
Genmodel = genModel(infeats, outfeats)
Genmodel.summary()

x_fake, _ = fakedataGenerator(Genmodel, batch, infeats)
pyplot.scatter(x_fake[:, 0], x_fake[:, 1], color="blue")
pyplot.show()


def ganModel(Genmodel, Discmodel):
    Discmodel.trainable = False
    Ganmodel = Sequential()
    Ganmodel.add(Genmodel)
    Ganmodel.add(Discmodel)
    Ganmodel.compile(loss="binary_crossentropy", optimizer="adam")
    return Ganmodel


gan_model = ganModel(Genmodel, Discmodel)
gan_model.summary()

nEpochs = 10
for i in range(nEpochs):
    x_real, y_real = realData(np.random.normal(3, 1), batch)
    x_fake, y_fake = fakedataGenerator(Genmodel, batch, infeats)
    Discmodel.train_on_batch(x_real, y_real)
    Discmodel.train_on_batch(x_fake, y_fake)
    x_gan = randn(batch, infeats)
    y_gan = np.ones((batch, 1))
    gan_model.train_on_batch(x_gan, y_gan)
