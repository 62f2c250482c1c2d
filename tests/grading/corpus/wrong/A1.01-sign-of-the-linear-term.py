# dlw-corpus: units=A1.01 loses=A1.01/x,A1.01/expected-output seconds=20
# Activity 1.01
import tensorflow as tf

x = tf.Variable(0.0)
optimizer = tf.optimizers.Adam(0.01)
optimizer.build([x])


@tf.function
def step():
    with tf.GradientTape() as tape:
        loss = abs(x**2 + 10 * x + 25)
    optimizer.apply([tape.gradient(loss, x)], [x])


for i in range(10000):
    step()
tf.print(x)
