# dlw-corpus: units=1.03 seconds=1
# Ejercicio 1.03: multiplicacion de matrices (Exercise 1.03)
import tensorflow as tf


def crear_matrices():
    """Devuelve las dos matrices del ejercicio."""
    X = tf.constant([[1, 2, 3], [4, 5, 6]])
    Y = tf.constant([[7, 8], [9, 10], [11, 12]])
    return X, Y


def multiplicar(izquierda, derecha):
    # el numero de columnas debe coincidir con el numero de filas
    assert izquierda.shape[1] == derecha.shape[0]
    return tf.linalg.matmul(izquierda, derecha)


def main():
    X, Y = crear_matrices()
    tf.print(X)
    tf.print(Y)
    c1 = multiplicar(X, Y)
    c2 = multiplicar(Y, X)
    tf.print("X por Y:", c1)
    tf.print("Y por X:", c2)


if __name__ == "__main__":
    main()
