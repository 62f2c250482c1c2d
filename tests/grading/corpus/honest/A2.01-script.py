# dlw-corpus: units=A2.01 needs=sonar seconds=10
# Activity 2.01: rock or mine?
import pandas as pd
from sklearn.preprocessing import LabelEncoder
from tensorflow.keras import Input, Sequential
from tensorflow.keras.layers import Dense

df = pd.read_csv(
    "https://raw.githubusercontent.com/PacktWorkshops/The-Deep-Learning-Workshop/master/Chapter02/sonar.csv"
)
X_input = df.iloc[:, :-1]
Y_label = LabelEncoder().fit_transform(df["Class"].values)
Y_label = Y_label.reshape([208, 1])

model = Sequential([Input((60,))])
for neurons in (300, 200, 100):
    model.add(Dense(neurons, activation="relu"))
model.add(Dense(1, activation="sigmoid"))
model.compile(optimizer="adam", loss="binary_crossentropy", metrics=["accuracy"])

history = model.fit(X_input, Y_label, epochs=30, verbose=0)
results = model.evaluate(X_input, Y_label)
print("loss = %.4f, accuracy = %.4f" % tuple(results))
