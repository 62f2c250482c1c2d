# dlw-corpus: units=2.05 needs=data-csv loses=2.05/activation,2.05/evaluate-loss,2.05/evaluate-accuracy seconds=30
# Exercise 2.05: binary classification using Keras
import keras
import pandas as pd

keras.utils.set_random_seed(0)
df = pd.read_csv(
    "https://raw.githubusercontent.com/PacktWorkshops/The-Deep-Learning-Workshop/master/Chapter02/data.csv"
)
x_input = df[["x1", "x2"]].values
y_label = df[["label"]].values

model = keras.Sequential()
model.add(keras.Input((2,)))
model.add(keras.layers.Dense(units=1, activation="relu"))
model.compile(optimizer="adam", loss="binary_crossentropy", metrics=["accuracy"])
model.summary()
model.fit(x_input, y_label, epochs=1000, verbose=0)
results = model.evaluate(x_input, y_label, verbose=0)
print(results)
