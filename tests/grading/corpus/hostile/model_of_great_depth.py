# dlw-corpus: units=2.06 status=finished verdict=not_attempted|wrong|missing
"""A model whose configuration is models in models, and one that never ends."""

import keras


class Sequential(keras.Sequential):
    def get_config(self):
        config = keras.Sequential([keras.Input((2,)), keras.layers.Dense(1)]).get_config()
        for _ in range(300):
            layer = {"module": "keras", "class_name": "Sequential", "registered_name": None}
            config = {"name": "deep", "layers": [{**layer, "config": config}]}
        return config


class Functional(keras.Sequential):
    def get_config(self):
        config = {}
        config["layers"] = [config]
        return config


model = Functional([keras.Input((2,)), keras.layers.Dense(1)])
model = Sequential([keras.Input((2,)), keras.layers.Dense(1)])
