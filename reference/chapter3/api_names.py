"""Names of functions that the chapter's text and listings use, and whether they exist."""

import keras
import numpy as np

from reference.attempts import Attempt, attempt


def names_used(model: keras.Model) -> dict[str, Attempt]:
    """Looking up each name that several units of the chapter use, as attempts."""
    return {
        "random_seed": attempt(lambda: getattr(np, "random_seed")),  # noqa: B009
        "get_file": attempt(lambda: getattr(keras, "get_file")),  # noqa: B009
        "fit_generator": attempt(lambda: getattr(model, "fit_generator")),  # noqa: B009
        "import_from_preprocessing": attempt(
            lambda: exec("from tensorflow.keras.preprocessing import ImageDataGenerator")
        ),
        "import_from_image": attempt(
            lambda: exec("from tensorflow.keras.preprocessing.image import ImageDataGenerator")
        ),
    }
