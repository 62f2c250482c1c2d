"""Functions that make data, as listed: of points (Exercises 7.03 and 7.04), of images (7.05)."""

import ast
import contextlib
import io
import re
from typing import Any

import numpy as np

POINTS = """\
def fakeInputs(batch, infeats):
    genInput = randn(infeats * batch)
    X = genInput.reshape(batch, infeats)
    return X

def fakedataGenerator(Genmodel, batch, infeats):
    genInputs = fakeInputs(batch, infeats)
    X_fake = Genmodel.predict(genInputs)
    y_fake = np.zeros((batch, 1))
    return X_fake, y_fake
"""
IMAGES = """\
def realData(batch):
    (X_train, _), (_, _) = mnist.load_data()
    X = X_train[:, :, :, np.newaxis]
    X = (X.astype('float32') - 127.5) / 127.5
    imageBatch = X[np.random.randint(0, X.shape[0], size=batch)]
    return imageBatch

def fakeInputs(batch, infeats):
    x_fake = np.random.uniform(-1, 1, size=[batch, infeats])
    return x_fake

def fakedataGenerator(Genmodel, batch, infeats):
    genInputs = fakeInputs(batch, infeats)
    X_fake = Genmodel.predict(genInputs)
    return X_fake
"""


def defined_by(listing: str) -> dict[str, Any]:
    """The listing's functions, by name, with what the exercises import for them."""
    names: dict[str, Any] = {"np": np, "randn": np.random.randn}
    exec(listing, names)
    return names


def functions_called(listing: str, function: str) -> list[str]:
    """Which functions ``function`` of the listing calls by their own names."""
    calls = [node for node in ast.walk(_body(listing, function)) if isinstance(node, ast.Call)]
    return sorted({call.func.id for call in calls if isinstance(call.func, ast.Name)})


def names_returned(listing: str, function: str) -> list[str]:
    """Variables whose values ``function`` of the listing returns."""
    return [
        name.id
        for node in ast.walk(_body(listing, function))
        if isinstance(node, ast.Return) and node.value is not None
        for name in ast.walk(node.value)
        if isinstance(name, ast.Name)
    ]


def progress_shown(listing: str, generator: Any, batch: int, features: int) -> list[str]:
    """Batches done of all, as fakedataGenerator's call of ``predict`` last prints; [] if silent."""
    with contextlib.redirect_stdout(io.StringIO()) as shown:
        defined_by(listing)["fakedataGenerator"](generator, batch, features)
    return re.findall(r"\d+/\d+", shown.getvalue())[-1:]


def _body(listing: str, function: str) -> ast.FunctionDef:
    return next(
        node
        for node in ast.parse(listing).body
        if isinstance(node, ast.FunctionDef) and node.name == function
    )
