# dlw-corpus: units=A2.01 needs=sonar loses=A2.01/y-label seconds=10
# Activity 2.01
import keras
import pandas as pd
from keras.layers import Dense
from sklearn.preprocessing import LabelEncoder

keras.utils.set_random_seed(3)
df = pd.read_csv(
    "https://raw.githubusercontent.com/PacktWorkshops/The-Deep-Learning-Workshop/master/Chapter02/sonar.csv"
)
X_input = df.iloc[:, :-1].values
Y_label = LabelEncoder().fit_transform(df["Class"])
model = keras.Sequential(
    [
        keras.Input((60,)),
        Dense(300, activation="relu"),
        Dense(200, activation="relu"),
        Dense(100, activation="relu"),
        Dense(1, activation="sigmoid"),
    ]
)
model.compile("adam", "binary_crossentropy", metrics=["accuracy"])
model.fit(X_input, Y_label, epochs=30, verbose=0)
evaluate_loss, evaluate_accuracy = model.evaluate(X_input, Y_label, verbose=0)
