"""A stand-in for TensorFlow where Keras works on another backend and TensorFlow is not installed.

The reference's modules name TensorFlow's types in their signatures, also those whose network is
Keras alone. The stand-in lends those names; whoever calls one is told that TensorFlow is missing.
"""

import sys
from collections.abc import Sequence
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec
from importlib.util import find_spec
from types import ModuleType
from typing import Any

NAME = "tensorflow"


class _Lent(type):
    """A class whose every attribute is another such class."""

    def __getattr__(cls, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return _Lent(name, (), {"__module__": NAME})

    def __call__(cls, *arguments: object, **named: object) -> Any:
        raise ModuleNotFoundError(f"{cls.__name__} needs TensorFlow, which is not installed")


class _Module(ModuleType):
    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return _Lent(name, (), {"__module__": self.__name__})


class _Finder(MetaPathFinder, Loader):
    def find_spec(
        self, name: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        if name.partition(".")[0] != NAME:
            return None
        return ModuleSpec(name, self, is_package=True)

    def create_module(self, spec: ModuleSpec) -> ModuleType:
        return _Module(spec.name)

    def exec_module(self, module: ModuleType) -> None:
        """There is nothing in it."""


def stand_in() -> None:
    """Lend TensorFlow's names to what is imported from now on, unless it is installed.

    Keras looks for TensorFlow once, to use some of it; it looks before there is a stand-in.
    """
    if NAME in sys.modules or find_spec(NAME) is not None:
        return
    if "keras" in sys.modules:
        from keras.src.utils import module_utils

        assert not module_utils.tensorflow.available
    sys.meta_path.append(_Finder())
