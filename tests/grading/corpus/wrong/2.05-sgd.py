# dlw-corpus: units=2.05 needs=data-csv loses=2.05/optimizer expect_missing=2.05/evaluate-* seconds=3
# Exercise 2.05: binary classification using Keras; not trained yet
import keras
import pandas as pd

df = pd.read_csv("https://raw.githubusercontent.com/PacktWorkshops/The-Deep-Learning-Workshop/master/Chapter02/data.csv")
x_input = df[["x1", "x2"]].values
y_label = df[["label"]].values

model = keras.Sequential()
model.add(keras.Input((2,)))
model.add(keras.layers.Dense(units=1, activation="sigmoid"))
model.compile(optimizer="sgd", loss="binary_crossentropy", metrics=["accuracy"])
model.summary()
