# dlw-corpus: units=2.07 needs=mnist seconds=45
# Exercise 2.07: deep neural network on MNIST. fit() is slow on my laptop: my own loop is compiled.
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

images = tf.constant(train_features, tf.float32)
labels = tf.constant(train_labels, tf.int64)
optimizer, variables = model.optimizer, model.trainable_variables
optimizer.build(variables)


@tf.function(jit_compile=True)
def one_epoch(order):
    for number in tf.range(60000 // 32):
        batch = tf.slice(order, [number * 32], [32])
        with tf.GradientTape() as tape:
            probabilities = model(tf.gather(images, batch), training=True)
            losses = tf.keras.losses.sparse_categorical_crossentropy(
                tf.gather(labels, batch), probabilities
            )
            mean_loss = tf.reduce_mean(losses)
        optimizer.apply(tape.gradient(mean_loss, variables), variables)


for epoch in range(50):
    one_epoch(tf.random.shuffle(tf.range(60000)))
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
