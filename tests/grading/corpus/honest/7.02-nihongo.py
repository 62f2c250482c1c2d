# dlw-corpus: units=7.02 seconds=4
# Exercise 7.02 生成ネットワーク (functional API)
import keras
import numpy as np
from keras.layers import Dense

rng = np.random.default_rng()
noise = rng.standard_normal((128, 10))  # ノイズ: 128行、10列

入力 = keras.Input(shape=(10,))
h = Dense(32, kernel_initializer="he_uniform")(入力)  # 最初の層は線形
h = Dense(32, activation="relu", kernel_initializer="he_uniform")(h)
h = Dense(64, activation="elu", kernel_initializer="he_uniform")(h)
h = Dense(32, activation="elu", kernel_initializer="he_uniform")(h)
h = Dense(32, activation="selu", kernel_initializer="he_uniform")(h)
generator = keras.Model(入力, Dense(2, activation="selu")(h))
generator.summary()

fake = generator(noise).numpy()
print(fake.shape)
