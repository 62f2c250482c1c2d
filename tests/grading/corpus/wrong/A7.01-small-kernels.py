# dlw-corpus: units=A7.01 loses=A7.01/discriminator-layers,A7.01/discriminator-total-params,A7.01/discriminator-trainable-params,A7.01/gan-layers,A7.01/gan-total-params,A7.01/gan-non-trainable-params
# Activity 7.01
import numpy as np
from tensorflow.keras import Input, Sequential
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

batch, infeats = 128, 100

Genmodel = Sequential([Input((infeats,))])
Genmodel.add(Dense(512))
Genmodel.add(Activation("relu"))
Genmodel.add(BatchNormalization())
Genmodel.add(Dense(7 * 7 * 64))
Genmodel.add(Activation("relu"))
Genmodel.add(BatchNormalization())
Genmodel.add(Reshape((7, 7, 64)))
Genmodel.add(Conv2DTranspose(32, (5, 5), strides=(2, 2), padding="same"))
Genmodel.add(Activation("relu"))
Genmodel.add(BatchNormalization())
Genmodel.add(Conv2DTranspose(1, (5, 5), strides=(2, 2), padding="same"))
Genmodel.add(Activation("tanh"))
Genmodel.summary()

fake = Genmodel.predict(np.random.uniform(-1, 1, (batch, infeats)), verbose=0)
print(fake.shape)

Discmodel = Sequential([Input((28, 28, 1))])
for filters in (32, 64):
    Discmodel.add(Conv2D(filters, (3, 3), strides=(2, 2), padding="same"))
    Discmodel.add(LeakyReLU(0.2))
Discmodel.add(Flatten())
Discmodel.add(Dense(512))
Discmodel.add(LeakyReLU(0.2))
Discmodel.add(Dense(1, activation="sigmoid"))
Discmodel.compile(loss="binary_crossentropy", optimizer="adam", metrics=["accuracy"])
Discmodel.summary()


def ganModel(Genmodel, Discmodel):
    Discmodel.trainable = False
    Ganmodel = Sequential([Input((infeats,)), Genmodel, Discmodel])
    Ganmodel.compile(loss="binary_crossentropy", optimizer="adam")
    return Ganmodel


gan_model = ganModel(Genmodel, Discmodel)
gan_model.summary()
