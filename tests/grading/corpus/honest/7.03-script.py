# dlw-corpus: units=7.03 seconds=12
# Exercise 7.03: discriminator
import numpy as np
import tensorflow as tf
from numpy.random import randn
from tensorflow.keras.layers import Dense
from tensorflow.keras.models import Sequential


def realData(loc, batch):
    mid = float(np.ravel(loc)[0])
    half = batch // 2
    x = mid + 0.1 * np.arange(-half, half)
    X = np.column_stack((x, np.sin(x)))
    y = np.ones((batch, 1))
    return X, y


def fakeInputs(batch, infeats):
    return randn(infeats * batch).reshape(batch, infeats)


def genModel(infeats, outfeats):
    model = Sequential()
    model.add(Dense(32, activation="linear", kernel_initializer="he_uniform", input_dim=infeats))
    model.add(Dense(32, activation="relu", kernel_initializer="he_uniform"))
    model.add(Dense(64, activation="elu", kernel_initializer="he_uniform"))
    model.add(Dense(32, activation="elu", kernel_initializer="he_uniform"))
    model.add(Dense(32, activation="selu", kernel_initializer="he_uniform"))
    model.add(Dense(outfeats, activation="selu"))
    return model


def fakedataGenerator(Genmodel, batch, infeats):
    X_fake = Genmodel.predict(fakeInputs(batch, infeats), verbose=0)
    return X_fake, np.zeros((batch, 1))


batch, infeats, outfeats = 128, 10, 2

Discmodel = Sequential()
Discmodel.add(Dense(16, activation="relu", kernel_initializer="he_uniform", input_dim=outfeats))
Discmodel.add(Dense(16, activation="relu", kernel_initializer="he_uniform"))
Discmodel.add(Dense(16, activation="relu", kernel_initializer="he_uniform"))
Discmodel.add(Dense(1, activation="sigmoid"))
Discmodel.compile(loss="binary_crossentropy", optimizer="adam", metrics=["accuracy"])
Discmodel.summary()

Genmodel = genModel(infeats, outfeats)
Genmodel.summary()

nEpochs = 30  # 20000 takes too long on my laptop
for i in range(nEpochs):
    loc = np.random.normal(3, 1, 1)
    x_real, y_real = realData(loc, batch)
    x_fake, y_fake = fakedataGenerator(Genmodel, batch, infeats)
    Discmodel.train_on_batch(x_real, y_real)
    Discmodel.train_on_batch(x_fake, y_fake)
    if i % 10 == 0:
        _, realAccuracy = Discmodel.evaluate(x_real, y_real, verbose=0)
        _, fakeAccuracy = Discmodel.evaluate(x_fake, y_fake, verbose=0)
        print("Real accuracy:%s,Fake accuracy:%s" % (realAccuracy, fakeAccuracy))
