# dlw-corpus: units=2.06 needs=data-csv loses=2.06/evaluate-loss,2.06/evaluate-accuracy seconds=5
# Exercise 2.06: multilayer binary classifier
import keras
import pandas as pd
from keras.layers import Dense

keras.utils.set_random_seed(0)
df = pd.read_csv(
    "https://raw.githubusercontent.com/PacktWorkshops/The-Deep-Learning-Workshop/master/Chapter02/data.csv"
)
x_input = df[["x1", "x2"]].values
y_label = df[["label"]].values

model = keras.Sequential()
model.add(keras.Input((2,)))
model.add(Dense(50, activation="relu"))
model.add(Dense(20, activation="relu"))
model.add(Dense(1, activation="sigmoid"))
model.compile(optimizer="adam", loss="binary_crossentropy", metrics=["accuracy"])
model.summary()
model.fit(x_input, y_label, epochs=5, verbose=0)
evaluate_loss, evaluate_accuracy = model.evaluate(x_input, y_label, verbose=0)
print(evaluate_loss, evaluate_accuracy)
