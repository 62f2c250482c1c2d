"""Saving and Restoring Models: all of a model, its architecture, or its weights."""

import contextlib
import json
import tempfile
from collections.abc import Iterator
from pathlib import Path

import h5py  # type: ignore[import-untyped]
import keras
import numpy as np

from reference.attempts import attempt
from reference.chapter3.section_data_augmentation import LISTED, PLAIN, images_an_epoch

X = np.random.default_rng(0).normal(size=(8, 4)).astype(np.float32)
Y = np.arange(8) % 3
JSON_KINDS = {"dict": "object", "str": "string", "list": "array"}


def untrained() -> keras.Model:
    """A small classifier, built and compiled."""
    model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(3, activation="softmax")])
    model.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
    return model


def trained() -> keras.Model:
    """The same after one epoch."""
    model = untrained()
    model.fit(X, Y, verbose=0)
    return model


@contextlib.contextmanager
def new_folder() -> Iterator[None]:
    """Work in a folder that holds the two folders of the listings and nothing else."""
    with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder):
        Path("path_to_model").mkdir()
        Path("path_to_weights").mkdir()
        yield


def components_alike(model: keras.Model, other: keras.Model) -> list[str]:
    """Which of the three components of a model two models share."""
    compared = {
        "architecture": _layers(model) == _layers(other),
        "weights": np.array_equal(model(X), other(X)),
        "training configuration": (
            getattr(other, "loss", None) == model.loss
            and type(other.optimizer) is type(model.optimizer)
            and len(other.metrics) == len(model.metrics)
        ),
    }
    return [component for component, alike in compared.items() if alike]


def entire_model(model: keras.Model) -> dict[str, object]:
    """Saving the Entire Model, under the book's name and path, and as today's Keras does it."""
    path = "path_to_model/cnn_model"
    model.save("path_to_model/cnn_model.keras")
    return {
        "save_model_method": attempt(lambda: getattr(model, "save_model")),  # noqa: B009
        "save_under_the_path": attempt(lambda: model.save(path)),
        "load_from_the_path": attempt(lambda: keras.models.load_model(filepath=path)),
        "restored_components": components_alike(
            model, keras.models.load_model("path_to_model/cnn_model.keras")
        ),
    }


def architecture(model: keras.Model) -> dict[str, object]:
    """Saving the Architecture Only, with the json package as listed and without it."""
    config_json = model.to_json()
    with Path("config.json").open("w") as outfile:
        json.dump(config_json, outfile)
    with Path("config.json").open() as json_file:
        config_data = json.load(json_file)
    Path("plain.json").write_text(config_json)
    plain = keras.models.model_from_json(Path("plain.json").read_text())
    return {
        "components_from_json": components_alike(model, keras.models.model_from_json(config_data)),
        "kind_of_json": JSON_KINDS[type(json.loads(config_json)).__name__],
        "layers_without_json_package": _layers(plain) == _layers(model),
    }


def write_weights(path: str, layer: str, arrays: dict[str, np.ndarray]) -> None:
    """A file of one layer's weights in the form that save_weights of Keras 2 gave it."""
    with h5py.File(path, "w") as file:
        file.attrs.update(
            layer_names=[layer.encode()], keras_version=b"2.2.4-tf", backend=b"tensorflow"
        )
        group = file.create_group(layer)
        group.attrs["weight_names"] = [name.encode() for name in arrays]
        for name, array in arrays.items():
            group[name] = array


def weights(model: keras.Model) -> dict[str, object]:
    """Saving the Weights Only, under the book's name and under one that Keras 3 accepts."""
    listed = "path_to_weights/weights.h5"
    new_model, other = untrained(), untrained()
    saving = attempt(lambda: model.save_weights(listed))
    # Whether loading works is not to depend on whether saving did.
    write_weights(listed, "dense", {"dense/kernel:0": np.ones((4, 3)), "dense/bias:0": np.ones(3)})
    observed = {
        "save_weights_as_listed": saving,
        "load_weights_as_listed": attempt(lambda: new_model.load_weights(listed)),
    }
    attempt(lambda: model.save_weights("path_to_weights/own"))  # refused by Keras 3
    extensions = sorted(path.suffix for path in Path("path_to_weights").glob("own*"))
    model.save_weights("path_to_weights/cnn.weights.h5")
    other.load_weights("path_to_weights/cnn.weights.h5")
    return {
        **observed,
        "extensions_by_default": extensions,
        "outputs_after_loading_differ_by": np.abs(other(X) - model(X)).max(),
        "training_after_loading": attempt(lambda: other.fit(X, Y, verbose=0)),
    }


def run() -> dict[str, object]:
    model = trained()
    with new_folder():
        return {
            **entire_model(model),
            **architecture(model),
            **weights(model),
            "images_without_augmentation": images_an_epoch(PLAIN),
            "images_with_augmentation": images_an_epoch(LISTED),
        }


def _layers(model: keras.Model) -> list[dict[str, object]]:
    return [layer.get_config() for layer in model.layers]
