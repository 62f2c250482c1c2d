"""Transfer Learning: VGG16 as it comes, without its top, and under a layer of our own."""

import inspect

import keras
import numpy as np
from keras.applications import VGG16
from keras.layers import Dense

from reference.attempts import Attempt, attempt
from reference.summaries import parameter_counts

IMG_DIM = (100, 100, 3)
ROWS = 10


def base_without_top() -> keras.Model:
    """VGG16 for 100 x 100 pixels with random weights, on which its form does not depend."""
    return VGG16(input_shape=IMG_DIM, weights=None, include_top=False)


def small_with_top() -> keras.Model:
    """VGG16 with its top, for the smallest pictures that it takes."""
    return VGG16(input_shape=(32, 32, 3), weights=None, include_top=True, classes=10)


def under_new_layer(base_model: keras.Model) -> keras.Model:
    """The listing's new model, compiled: a Dense layer of 20 classes straight on the base."""
    prediction_layer = Dense(20, activation="softmax")
    new_model = keras.Sequential([base_model, prediction_layer])
    optimizer = keras.optimizers.Adam(0.001)
    new_model.compile(
        loss="sparse_categorical_crossentropy", optimizer=optimizer, metrics=["accuracy"]
    )
    return new_model


def fitted_as_listed(new_model: keras.Model) -> Attempt:
    """Whether ``new_model.fit`` runs on ten images of its input's size and their classes."""
    features_train = np.zeros((ROWS, *IMG_DIM), dtype=np.float32)
    label_train = np.arange(ROWS)
    return attempt(
        lambda: new_model.fit(
            features_train, label_train, epochs=1, validation_split=0.2, verbose=0
        )
    )


def run() -> dict[str, object]:
    base_model = base_without_top()
    with_top = inspect.signature(VGG16).parameters
    base_model.trainable = False
    new_model = under_new_layer(base_model)
    prediction_layer = new_model.layers[-1]
    return {
        "import_vgg16": attempt(lambda: exec("from tensorflow.keras.applications import VGG16")),
        "with_top_for_100_pixels": attempt(
            lambda: VGG16(input_shape=IMG_DIM, weights="imagenet", include_top=True)
        ),
        "categories": with_top["classes"].default,
        "weights_by_default": with_top["weights"].default,
        "kind_of_vgg16": "class" if inspect.isclass(VGG16) else "function",
        "dense_layers_of_top": sum(isinstance(each, Dense) for each in small_with_top().layers),
        "input_without_top": base_model.input_shape[1:],
        "dense_layers_without_top": sum(isinstance(each, Dense) for each in base_model.layers),
        "trainable_params_of_frozen": parameter_counts(base_model)["trainable_params"],
        "units": prediction_layer.units,
        "activation": prediction_layer.activation.__name__,
        "new_model_output": str(new_model.output_shape),
        "trained_layers": [
            "last" if layer is prediction_layer else layer.name
            for layer in new_model.layers
            if layer.trainable_weights
        ],
        "number_of_trained_layers": sum(
            bool(layer.trainable_weights) for layer in new_model.layers
        ),
        "fit_as_listed": fitted_as_listed(new_model),
    }
