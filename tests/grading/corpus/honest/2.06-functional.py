# dlw-corpus: units=2.06 needs=data-csv seconds=8
# Exercise 2.06 with the functional API of Keras
import keras
import pandas as pd
from keras import layers

df = pd.read_csv(
    "https://raw.githubusercontent.com/PacktWorkshops/The-Deep-Learning-Workshop/master/Chapter02/data.csv"
)
features, labels = df[["x1", "x2"]].to_numpy(), df[["label"]].to_numpy()

inputs = keras.Input(shape=(2,), name="point")
hidden = layers.Dense(50, activation="relu", name="first_hidden")(inputs)
hidden = layers.Dense(20, activation="relu", name="second_hidden")(hidden)
outputs = layers.Dense(1, activation="sigmoid", name="probability")(hidden)
model = keras.Model(inputs, outputs, name="points")

model.compile(
    optimizer=keras.optimizers.Adam(),
    loss=keras.losses.BinaryCrossentropy(),
    metrics=["accuracy"],
)
model.summary()
history = model.fit(features, labels, epochs=50, verbose=2)
score = model.evaluate(features, labels, verbose=0)
print(score)
