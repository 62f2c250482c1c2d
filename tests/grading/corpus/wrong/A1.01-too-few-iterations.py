# dlw-corpus: units=A1.01 loses=A1.01/x,A1.01/expected-output seconds=4
# Activity 1.01: 1,000 iterations, as in the exercise before
import tensorflow as tf

x = tf.Variable(0.0)
optimizer = tf.optimizers.Adam(0.01)
for i in range(1000):
    with tf.GradientTape() as tape:
        loss = abs(x**2 - 10 * x + 25)
    optimizer.apply_gradients([(tape.gradient(loss, x), x)])
tf.print(x)
