# dlw-corpus: units=7.02 seconds=4
# Exercise 7.02
import numpy as np
from matplotlib import pyplot
from numpy.random import randn
from tensorflow.keras.layers import Dense, Input
from tensorflow.keras.models import Sequential

infeats = 10
outfeats = 2
batch = 128

genInput = randn(infeats * batch).reshape(batch, infeats)
print(genInput.shape)

Genmodel = Sequential()
Genmodel.add(Input((infeats,)))
for units, act in [(32, "linear"), (32, "relu"), (64, "elu"), (32, "elu"), (32, "selu")]:
    Genmodel.add(Dense(units, activation=act, kernel_initializer="he_uniform"))
Genmodel.add(Dense(outfeats, activation="selu"))
Genmodel.summary()

fakeSamps = Genmodel.predict(genInput)
print(fakeSamps.shape)

pyplot.scatter(fakeSamps[:, 0], fakeSamps[:, 1])
pyplot.xlabel("Feature 1 of the distribution")
pyplot.ylabel("Feature 2 of the distribution")
pyplot.show()
