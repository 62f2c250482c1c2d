# dlw-corpus: units=2.07 needs=mnist seconds=100
# Exercise 2.07: deep neural network on MNIST
import matplotlib.pyplot as plt
import tensorflow as tf
from tensorflow.keras.layers import Dense, Flatten, Input
from tensorflow.keras.models import Sequential

mnist = tf.keras.datasets.mnist
(train_features, train_labels), (test_features, test_labels) = mnist.load_data()
train_features, test_features = train_features / 255.0, test_features / 255.0

model = Sequential(
    [
        Input((28, 28)),
        Flatten(),
        Dense(50, activation="relu"),
        Dense(20, activation="relu"),
        Dense(10, activation="softmax"),
    ]
)
model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
model.summary()
model.fit(train_features, train_labels, epochs=50, verbose=0)
test_loss, test_accuracy = model.evaluate(test_features, test_labels, verbose=0)
print(test_loss, test_accuracy)

loc = 200
test_image = test_features[loc]
print(test_image.shape)
test_image = test_image.reshape(1, 28, 28)
result = model.predict(test_image)
print(result)
prediction = result.argmax()
print("predicted:", prediction, "label:", test_labels[loc])
plt.imshow(test_features[loc], cmap="gray")
plt.show()
