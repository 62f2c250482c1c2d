"""A model made again from its configuration, in a process that ran no line of a submission."""

from __future__ import annotations

from typing import Any

import numpy as np

from .records import loaded_keras


def described(model: dict[str, Any]) -> dict[str, Any]:
    """Parts of the model that claims speak of, computed by Keras from the configuration."""
    keras = loaded_keras()
    kinds = {"Sequential": keras.Sequential, "Functional": keras.Model, "Model": keras.Model}
    if model["class"] not in kinds:
        raise ValueError("a model of a class of its own ({})".format(model["class"]))
    rebuilt = _built(kinds[model["class"]], model)
    _set_trainable(rebuilt, model["trainable"])
    return {
        **_counts(rebuilt),
        "layers": [_row(layer) for layer in _shown(rebuilt)],
        "layer_types": [type(layer).__name__ for layer in _shown(rebuilt)],
        "params": [_count(layer.weights) for layer in _shown(rebuilt)],
        "activations": _each(rebuilt, "activation", lambda value: value.__name__),
        "units": [layer.units for layer in rebuilt.layers if type(layer).__name__ == "Dense"],
        "recurrent_units": [layer.units for layer in _recurrent(rebuilt)],
        "kernels": _each(rebuilt, "filters", int),
        "kernel_sizes": _each(rebuilt, "kernel_size", list),
        "dropout_rates": [
            float(layer.rate) for layer in rebuilt.layers if "Dropout" in type(layer).__name__
        ],
        "class_name": type(rebuilt).__name__,
        "optimizer": model["optimizer"],
        "learning_rate": model["learning_rate"],
        "loss": _loss(keras, model["loss"]),
        "input_shape": _shape(rebuilt, "inputs"),
        "output_shape": _shape(rebuilt, "outputs"),
    }


def _loss(keras: Any, name: str | None) -> str | None:
    """Keras's own name of a loss, whichever of its names it was given by; another as it is."""
    try:
        loss = keras.losses.get(name)
    except ValueError:
        return name
    if loss is None:
        return None
    loss = loss() if isinstance(loss, type) else loss
    return str(getattr(loss, "__name__", None) or loss.name)


def _built(kind: Any, model: dict[str, Any]) -> Any:
    """The model, built; one that begins with an embedding for sequences of any length.

    Without an input shape the book's Keras builds it so, and Keras 3 for what it is first given.
    """
    config, inputs = model["config"], model["inputs"]
    kinds = [layer["class_name"] for layer in config["layers"][:2]]
    if "Embedding" in kinds[: 1 + (kinds[:1] == ["InputLayer"])]:
        inputs = [[None, None]]
        config = _of_any_length(config, sequential=kind.__name__ == "Sequential")
    rebuilt = kind.from_config(config)
    if not rebuilt.built and inputs:
        rebuilt.build(tuple(inputs[0]))
    return rebuilt


def _of_any_length(config: dict[str, Any], sequential: bool) -> dict[str, Any]:
    first, *others = config["layers"]
    if first["class_name"] != "InputLayer":
        return {"name": config["name"], "layers": config["layers"]}
    if sequential:
        return {"name": config["name"], "layers": others}
    sizes = {name: [None, None] for name in ("batch_shape", "batch_input_shape")}
    own = {**first["config"], **{name: sizes[name] for name in sizes if name in first["config"]}}
    return {**config, "layers": [{**first, "config": own}, *others]}


def _shown(model: Any) -> list[Any]:
    """The layers but for the input of a functional model, which a Sequential does not count."""
    return [layer for layer in model.layers if type(layer).__name__ != "InputLayer"]


def _set_trainable(model: Any, flags: list[Any]) -> None:
    for layer, (trainable, inner) in zip(model.layers, flags):
        if inner:
            _set_trainable(layer, inner)
        else:
            layer.trainable = trainable


def _recurrent(model: Any) -> Any:
    for layer in model.layers:
        inner = getattr(layer, "forward_layer", layer)
        if type(inner).__name__ in ("LSTM", "GRU", "SimpleRNN"):
            yield inner


def _each(model: Any, name: str, convert: Any) -> list[Any]:
    return [convert(getattr(layer, name)) for layer in model.layers if hasattr(layer, name)]


def _counts(model: Any) -> dict[str, int]:
    trained, fixed = _count(model.trainable_weights), _count(model.non_trainable_weights)
    return {
        "total_params": trained + fixed,
        "trainable_params": trained,
        "non_trainable_params": fixed,
    }


def _count(weights: Any) -> int:
    return sum(int(np.prod(tuple(weight.shape))) for weight in weights)


def _row(layer: Any) -> dict[str, Any]:
    return {
        "name": layer.name,
        "type": type(layer).__name__,
        "output": _shape_text(layer),
        "params": _count(layer.weights),
    }


def _shape_text(layer: Any) -> str:
    output = getattr(layer, "output", None)
    shape = tuple(output.shape) if output is not None else ()
    return str(tuple(None if size is None else int(size) for size in shape))


def _shape(model: Any, side: str) -> list[int | None] | None:
    tensors = getattr(model, side, None) if model.built else None
    return list(tensors[0].shape) if tensors else None
