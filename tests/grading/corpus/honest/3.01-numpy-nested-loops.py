# dlw-corpus: units=3.01 seconds=1
# Exercise 3.01 with plain numpy, one pixel after the other
import numpy as np

A = np.arange(1, 10, dtype=np.int32).reshape(3, 3)
B = np.tile(np.array([1, 0, -1], dtype=np.int32), (3, 1))


def multiply(image, kernel):
    product = np.zeros_like(image)
    for row in range(image.shape[0]):
        for column in range(image.shape[1]):
            product[row, column] = image[row, column] * kernel[row, column]
    return product


mult_out = multiply(A, B)
conv_out = mult_out.sum()
print(mult_out)
print(conv_out)
