# dlw-corpus: units=2.06 status=finished verdict=not_attempted
"""A model whose configuration names functions of the system where layers name theirs."""

import keras


class Sequential(keras.Sequential):
    def get_config(self):
        system = {"class_name": "function", "module": "os", "config": "_exit"}
        system["registered_name"] = "_exit"
        config = keras.Sequential([keras.Input((2,)), keras.layers.Dense(1)]).get_config()
        config["layers"][1]["config"].update(activation=system, kernel_initializer=system)
        config["layers"].append({**system, "module": "subprocess", "config": "Popen"})
        return config


model = Sequential([keras.Input((2,)), keras.layers.Dense(1)])
