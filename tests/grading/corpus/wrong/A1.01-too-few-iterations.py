# dlw-corpus: units=A1.01 loses=A1.01/x,A1.01/expected-output seconds=4
# Activity 1.01: 1,000 iterations, as in the exercise before
import tensorflow as tf

x = tf.Variable(0.0)
optimizer = tf.optimizers.Adam(0.01)
optimizer.build([x])


@tf.function
def train(iterations):
    for i in tf.range(iterations):
        with tf.GradientTape() as tape:
            loss = abs(x**2 - 10 * x + 25)
        optimizer.apply([tape.gradient(loss, x)], [x])


train(tf.constant(1000))
tf.print(x)
