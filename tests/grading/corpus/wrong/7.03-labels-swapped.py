# dlw-corpus: units=7.03 loses=7.03/real-label,7.03/fake-label
# Exercise 7.03
import numpy as np
from numpy.random import randn
from tensorflow.keras import Input, Sequential
from tensorflow.keras.layers import Dense

batch, infeats, outfeats = 128, 10, 2


def genModel(infeats, outfeats):
    model = Sequential([Input((infeats,))])
    for units, name in [(32, "linear"), (32, "relu"), (64, "elu"), (32, "elu"), (32, "selu")]:
        model.add(Dense(units, activation=name, kernel_initializer="he_uniform"))
    model.add(Dense(outfeats, activation="selu"))
    return model


Discmodel = Sequential([Input((outfeats,))])
for _ in range(3):
    Discmodel.add(Dense(16, activation="relu", kernel_initializer="he_uniform"))
Discmodel.add(Dense(1, activation="sigmoid"))
Discmodel.compile(loss="binary_crossentropy", optimizer="adam", metrics=["accuracy"])
Discmodel.summary()

Genmodel = genModel(infeats, outfeats)
Genmodel.summary()


def realData(loc, batch):
    x = loc + 0.1 * np.arange(-batch // 2, batch // 2)
    return np.column_stack((x, np.sin(x))), np.zeros((batch, 1))


def fakedataGenerator(Genmodel, batch, infeats):
    return Genmodel.predict(randn(batch, infeats), verbose=0), np.ones((batch, 1))


for i in range(2):
    x_real, y_real = realData(np.random.normal(3, 1), batch)
    x_fake, y_fake = fakedataGenerator(Genmodel, batch, infeats)
    Discmodel.train_on_batch(x_real, y_real)
    Discmodel.train_on_batch(x_fake, y_fake)
