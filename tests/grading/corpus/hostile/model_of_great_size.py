# dlw-corpus: units=2.06 status=finished verdict=not_attempted
"""A model that would take terabytes where it is rebuilt."""

import keras


class Sequential(keras.Sequential):
    def get_config(self):
        config = keras.Sequential([keras.Input((2,)), keras.layers.Dense(1)]).get_config()
        config["layers"][1]["config"]["units"] = 10**12
        return config


model = Sequential([keras.Input((2,)), keras.layers.Dense(1)])
