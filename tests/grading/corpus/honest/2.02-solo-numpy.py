# dlw-corpus: units=2.02 needs=data-csv seconds=2
# Ejercicio 2.02 (Exercise 2.02): perceptron binario, gradiente calculado a mano
import numpy as np
import pandas as pd

df = pd.read_csv("data.csv")  # esta en la misma carpeta
x_input = df[["x1", "x2"]].to_numpy()
y_label = df["label"].to_numpy().reshape(-1, 1)
x = x_input.astype(np.float32)
y = y_label.astype(np.float32)

Number_of_features = x.shape[1]
Number_of_units = 1
learning_rate = 0.01
weight = np.zeros((Number_of_features, Number_of_units))
bias = np.zeros(Number_of_units)


def sigmoide(z):
    return 1.0 / (1.0 + np.exp(-z))


def perceptron(entrada):
    return sigmoide(entrada @ weight + bias)


for paso in range(1000):
    p = perceptron(x)
    # la perdida del libro vuelve a aplicar la sigmoide a la salida del perceptron
    delta = (sigmoide(p) - y) * p * (1 - p) / len(x)
    weight = weight - learning_rate * x.T @ delta
    bias = bias - learning_rate * delta.sum(axis=0)

ypred = np.round(perceptron(x))
acc = float((ypred == y).mean())
cnf_matrix = np.array(
    [[int(((y == real) & (ypred == dicho)).sum()) for dicho in (0, 1)] for real in (0, 1)]
)
print("pesos:", weight.ravel(), "sesgo:", bias)
print("exactitud:", acc)
print(cnf_matrix)
