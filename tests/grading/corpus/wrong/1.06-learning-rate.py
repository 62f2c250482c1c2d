# dlw-corpus: units=1.06 loses=1.06/w,1.06/b,1.06/prediction seconds=3
# Exercise 1.06
import tensorflow as tf

w = tf.Variable(0.0)
b = tf.Variable(0.0)
x = tf.constant([1.0, 2.0, 3.0, 4.0])
y = tf.constant([0.0, -1.0, -2.0, -3.0])
optimizer = tf.optimizers.Adam(0.1)
optimizer.build([w, b])


@tf.function
def step():
    with tf.GradientTape() as tape:
        loss = tf.abs(w * x + b - y)
    optimizer.apply(tape.gradient(loss, [w, b]), [w, b])


for i in range(1000):
    step()
prediction = w * x + b
tf.print(w, b, prediction)
