# dlw-corpus: units=7.04 loses=7.04/gan-trainable-params,7.04/gan-non-trainable-params
# Exercise 7.04: the discriminator learns, too
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


def ganModel(Genmodel, Discmodel):
    Ganmodel = Sequential([Input((infeats,)), Genmodel, Discmodel])
    Ganmodel.compile(loss="binary_crossentropy", optimizer="adam")
    return Ganmodel


gan_model = ganModel(Genmodel, Discmodel)
gan_model.summary()
