"""A kind of data set: sequences of word numbers, such as IMDb's reviews as Keras has them."""

import io
import pickle
import zipfile
from pathlib import Path
from typing import Any

Arrays = dict[str, Any]

# What a pickled array of lists of integers is made of, in every NumPy that may have written it.
HARMLESS = {
    (module, name)
    for module, names in {
        "numpy": ("ndarray", "dtype"),
        "numpy.core.multiarray": ("_reconstruct", "scalar"),
        "numpy._core.multiarray": ("_reconstruct", "scalar"),
    }.items()
    for name in names
}


class _ArrayUnpickler(pickle.Unpickler):
    """Rebuilds arrays of lists and refuses everything else: a file may lie in a foreign mirror."""

    def find_class(self, module: str, name: str) -> Any:
        if (module, name) in HARMLESS:
            return super().find_class(module, name)
        raise ValueError(f"the file would call {module}.{name}, which no array of numbers does")


def word_sequences(path: Path) -> Arrays:
    """``train_tokens``, ``train_lengths``, ``y_train`` and the same of the test half.

    ``path`` is Keras's ``imdb.npz``, whose reviews are pickled lists, or an archive of these very
    arrays: the lists one after another, their lengths, and labels.
    """
    import numpy as np

    with np.load(path, allow_pickle=False) as held:
        if "train_tokens" in held.files:
            arrays = {name: held[name] for name in held.files}
        else:
            arrays = {f"y_{half}": held[f"y_{half}"] for half in ("train", "test")}
            for half in ("train", "test"):
                lists = _pickled(path, f"x_{half}.npy")
                arrays[f"{half}_lengths"] = np.array([len(one) for one in lists])
                arrays[f"{half}_tokens"] = np.concatenate([np.asarray(one) for one in lists])
    return {name: np.ascontiguousarray(array, dtype=np.int32) for name, array in arrays.items()}


def _pickled(path: Path, member: str) -> Any:
    """The array of objects in this member, whose header NumPy's own format describes."""
    import numpy as np

    with zipfile.ZipFile(path) as archive:
        file = io.BytesIO(archive.read(member))
    np.lib.format.read_magic(file)
    np.lib.format.read_array_header_1_0(file)
    return _ArrayUnpickler(file).load()


def read_only(arrays: Arrays) -> Arrays:
    """The arrays, which callers share."""
    for array in arrays.values():
        array.setflags(write=False)
    return arrays
