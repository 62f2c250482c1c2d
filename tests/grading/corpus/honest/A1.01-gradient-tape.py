# dlw-corpus: units=A1.01 seconds=30
# Activity 1.01: x^2 - 10x + 25 = 0 with an optimizer
import tensorflow as tf

learning_rate = 0.01
x = tf.Variable(0.0)
optimizer = tf.optimizers.Adam(learning_rate=learning_rate)


@tf.function
def step():
    with tf.GradientTape() as tape:
        loss = abs(x**2 - 10 * x + 25)
    gradient = tape.gradient(loss, x)
    optimizer.apply_gradients([(gradient, x)])


optimizer.build([x])
for iterations in range(10000):
    step()

tf.print(x)
