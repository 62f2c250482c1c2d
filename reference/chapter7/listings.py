"""Functions that make data, as the exercises have them: points (7.03, 7.04), images (7.05)."""

import ast
from typing import Any

import numpy as np

from reference import logs

POINTS = """\
def realData(loc, batch):
    x = loc + 0.1 * np.arange(-batch // 2, batch // 2)
    return np.stack([x, np.sin(x)], axis=1), np.ones((batch, 1))

def fakeInputs(count, features):
    return randn(count, features)

def fakedataGenerator(network, count, features):
    return network.predict(fakeInputs(count, features)), np.zeros((count, 1))
"""
IMAGES = """\
def fakeInputs(count, features):
    return np.random.uniform(-1, 1, (count, features))

def fakedataGenerator(network, count, features):
    return network.predict(fakeInputs(count, features))
"""
REAL_IMAGES = """\
def realData(batch):
    X = images()[:, :, :, np.newaxis]
    imageBatch = X[:batch]
    return imageBatch
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


def returned_by(listing: str, function: str) -> list[str]:
    """Names of the variables that ``function`` of the listing returns."""
    returns = [node for node in ast.walk(_body(listing, function)) if isinstance(node, ast.Return)]
    return [node.value.id for node in returns if isinstance(node.value, ast.Name)]


def progress_shown(listing: str, generator: Any, batch: int, features: int) -> list[str]:
    """Batches done of all, as fakedataGenerator's call of ``predict`` last prints; [] if silent."""
    fake_data = defined_by(listing)["fakedataGenerator"]
    return logs.progress_shown(lambda: fake_data(generator, batch, features))


def _body(listing: str, function: str) -> ast.FunctionDef:
    return next(
        node
        for node in ast.parse(listing).body
        if isinstance(node, ast.FunctionDef) and node.name == function
    )
