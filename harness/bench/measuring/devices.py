"""The device of this process: whether there is a GPU, and how to wait for it."""

import os
import sys
from collections.abc import Callable
from typing import Any


def backend() -> str:
    """Keras's backend, by its own environment variable."""
    return os.environ.get("KERAS_BACKEND", "tensorflow")


def gpu_possible() -> bool:
    """Whether this machine may have a GPU at all, known without importing any library."""
    drivers = ("/dev/nvidiactl", "/dev/kfd", "/dev/dxg")
    return sys.platform != "linux" or any(map(os.path.exists, drivers))


def gpu_seen() -> bool:
    """Whether the backend's library sees a GPU."""
    if backend() == "torch":
        import torch

        return bool(torch.cuda.is_available())
    if backend() == "jax":
        import jax

        return any(device.platform == "gpu" for device in jax.devices())
    import tensorflow as tf

    return bool(tf.config.list_physical_devices("GPU"))


def waiting(device: str) -> Callable[[], Any]:
    """A function that returns when the device has finished all that it was given."""
    if device == "cpu":
        return _finished
    if backend() == "torch":
        import torch

        synchronize: Callable[[], Any] = torch.cuda.synchronize
        return synchronize
    if backend() == "jax":
        import jax

        barrier: Callable[[], Any] = jax.effects_barrier
        return barrier
    import tensorflow as tf

    synced: Callable[[], Any] = tf.test.experimental.sync_devices
    return synced


def _finished() -> None:
    """The processor has done its work when a call returns."""


def deterministic() -> bool:
    """Whether TensorFlow was told to be deterministic, which is another program."""
    if "tensorflow" not in sys.modules:
        return False
    from tensorflow.python.framework import config

    return bool(config.is_op_determinism_enabled())


def use_threads(threads: int) -> None:
    """Torch is told in its own words; the others read the environment."""
    if backend() == "torch":
        import torch

        torch.set_num_threads(threads)
