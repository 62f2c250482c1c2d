# dlw-corpus: units=5.05 seconds=3
"""exercise_5_05: hybrid model, made by a function"""

from tensorflow import keras

L = keras.layers


def build_hybrid(days=10, filters=5, width=3, neurons=32):
    return keras.Sequential(
        [
            keras.Input((days,)),
            L.Reshape((days, 1)),
            L.Conv1D(filters, width, activation="relu"),
            L.SimpleRNN(neurons),
            L.Dense(1),
            L.Activation("linear"),
        ]
    )


def main():
    model_hybrid = build_hybrid()
    model_hybrid.compile(loss="mse", optimizer="adam")
    model_hybrid.summary()
    return model_hybrid


if __name__ == "__main__":
    main()
