# dlw-corpus: units=7.02 loses=7.02/activations
# Exercise 7.02: no activation at the end
from numpy.random import randn
from tensorflow.keras import Input, Sequential
from tensorflow.keras.layers import Dense

infeats, outfeats, batch = 10, 2, 128
genInput = randn(infeats * batch).reshape(batch, infeats)
Genmodel = Sequential([Input((infeats,))])
Genmodel.add(Dense(32, activation="linear", kernel_initializer="he_uniform"))
Genmodel.add(Dense(32, activation="relu", kernel_initializer="he_uniform"))
Genmodel.add(Dense(64, activation="elu", kernel_initializer="he_uniform"))
Genmodel.add(Dense(32, activation="elu", kernel_initializer="he_uniform"))
Genmodel.add(Dense(32, activation="selu", kernel_initializer="he_uniform"))
Genmodel.add(Dense(outfeats))
Genmodel.summary()
fakeSamps = Genmodel.predict(genInput)
print(fakeSamps.shape)
