# dlw-corpus: units=2.05 needs=data-csv seconds=10
# Exercise 2.05: the binary classifier again, this time in Keras
import pandas as pd
from tensorflow import keras
from tensorflow.keras.layers import Dense
from tensorflow.keras.models import Sequential

df = pd.read_csv(
    "https://raw.githubusercontent.com/PacktWorkshops/The-Deep-Learning-Workshop/master/Chapter02/data.csv"
)
x_input = df[["x1", "x2"]].values
y_label = df[["label"]].values

model = Sequential()
model.add(keras.Input(shape=(2,)))
model.add(Dense(units=1, activation="sigmoid"))
model.compile(optimizer="adam", loss="binary_crossentropy", metrics=["accuracy"])
model.summary()

for epoch in range(1000):  # 21 points are a single batch, so an epoch is one step
    model.train_on_batch(x_input, y_label)
loss, accuracy = model.evaluate(x_input, y_label)
print("loss", loss, "accuracy", accuracy)
