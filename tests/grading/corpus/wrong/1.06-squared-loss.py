# dlw-corpus: units=1.06 loses=1.06/w,1.06/b,1.06/prediction seconds=6
# Exercise 1.06
import tensorflow as tf

w = tf.Variable(0.0)
b = tf.Variable(0.0)
x = [1, 2, 3, 4]
y = [0, -1, -2, -3]


def regression(values):
    return w * values + b


optimizer = tf.optimizers.Adam(0.01)
optimizer.build([w, b])


@tf.function
def train(iterations):
    for i in tf.range(iterations):
        with tf.GradientTape() as tape:
            loss = tf.reduce_mean((regression(x) - y) ** 2)
        optimizer.apply(tape.gradient(loss, [w, b]), [w, b])


train(tf.constant(1000))

tf.print(w, b)
prediction = regression(x)
tf.print(prediction)
