# dlw-corpus: units=7.02 loses=7.02/input-features,7.02/gen-input,7.02/layers,7.02/total-params,7.02/trainable-params
# Exercise 7.02
from numpy.random import randn
from tensorflow.keras import Input, Sequential
from tensorflow.keras.layers import Dense

infeats, outfeats, batch = 100, 2, 128
genInput = randn(infeats * batch).reshape(batch, infeats)
Genmodel = Sequential([Input((infeats,))])
for units, name in [(32, "linear"), (32, "relu"), (64, "elu"), (32, "elu"), (32, "selu")]:
    Genmodel.add(Dense(units, activation=name, kernel_initializer="he_uniform"))
Genmodel.add(Dense(outfeats, activation="selu"))
Genmodel.summary()
fakeSamps = Genmodel.predict(genInput)
print(fakeSamps.shape)
