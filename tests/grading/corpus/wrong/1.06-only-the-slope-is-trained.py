# dlw-corpus: units=1.06 loses=1.06/w,1.06/b,1.06/prediction seconds=4
# Exercise 1.06
import tensorflow as tf

w, b = tf.Variable(0.0), tf.Variable(0.0)
x, y = [1, 2, 3, 4], [0, -1, -2, -3]
regression = lambda values: w * values + b
loss = lambda: abs(regression(x) - y)

optimizer = tf.optimizers.Adam(0.01)
optimizer.build([w])


@tf.function
def train(iterations):
    for i in tf.range(iterations):
        with tf.GradientTape() as tape:
            error = loss()
        optimizer.apply([tape.gradient(error, w)], [w])


train(tf.constant(1000))
tf.print(w, b)
y_pred = regression([1, 2, 3, 4])
tf.print(y_pred)
