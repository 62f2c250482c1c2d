# dlw-corpus: units=A3.01 needs=fashion-mnist seconds=5 expect_missing=A3.01/*-epoch-*
# Activity 3.01 with the layers of the chapter's step 4 (two times 64 kernels)
import keras
from keras.layers import Conv2D, Dense, Flatten, MaxPooling2D

(train_x, train_y), (test_x, test_y) = keras.datasets.fashion_mnist.load_data()
train_x, test_x = train_x.reshape(60000, 28, 28, 1), test_x.reshape(10000, 28, 28, 1)


def make_model():
    cnn = keras.Sequential(name="fashion")
    cnn.add(keras.Input(train_x.shape[1:]))
    cnn.add(Conv2D(64, (3, 3), activation="relu"))
    cnn.add(MaxPooling2D(2, 2))
    cnn.add(Conv2D(64, (3, 3), activation="relu"))
    cnn.add(MaxPooling2D(2, 2))
    cnn.add(Flatten())
    cnn.add(Dense(128, activation="relu"))
    cnn.add(Dense(10, activation="softmax"))
    return cnn


if __name__ == "__main__":
    model = make_model()
    model.compile(
        optimizer=keras.optimizers.Adam(0.001),
        loss="sparse_categorical_crossentropy",
        metrics=["accuracy"],
    )
    print("before training:", model.evaluate(test_x[:100] / 255.0, test_y[:100], verbose=0))
