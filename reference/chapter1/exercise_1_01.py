"""Exercise 1.01: ResNet50 says what is on a photograph, and a service speaks its answer."""

import ast
import contextlib
import inspect
import io
import subprocess
import sys
import tempfile
from importlib import import_module
from pathlib import Path
from typing import Any
from unittest import mock

import keras
import numpy as np
from keras.applications import imagenet_utils
from keras.applications.resnet50 import ResNet50, preprocess_input
from keras.utils import img_to_array, load_img
from PIL import Image

from reference import datasets
from reference.attempts import attempt
from reference.chapter1.section_google_text_to_speech import WORDS, speech_library
from reference.sessions import displayed
from reference.stages import stage

SIZE = (224, 224)
PIZZA = 963  # its place in ImageNet's list of classes
IMPORTS = {
    "tensorflow.keras.preprocessing": ("image",),
    "tensorflow.keras.preprocessing.image": ("load_img", "img_to_array"),
    "tensorflow.keras.applications.resnet50": (
        "ResNet50",
        "preprocess_input",
        "decode_predictions",
    ),
}

DESCRIBED = (  # in step 2, as the packages that are imported
    load_img,
    img_to_array,
    preprocess_input,
    imagenet_utils.decode_predictions,
    ResNet50,
)


def prepare(image: Any) -> np.ndarray:
    """Bring a loaded picture into the model's format: a batch of one, (1, 224, 224, 3)."""
    return preprocess_input(img_to_array(image).reshape((1, *SIZE, 3)))


def decode(predictions: np.ndarray) -> list[list[tuple[str, str, float]]]:
    """Best five classes a row, as (class id, label, score), by Keras's own function.

    Keras would download the list of classes; it is given the one that is already here.
    """
    keras_module = sys.modules[imagenet_utils.decode_predictions.__module__]
    with mock.patch.object(keras_module, "CLASS_INDEX", datasets.load("imagenet-classes")):
        return imagenet_utils.decode_predictions(predictions)


def run() -> dict[str, object]:
    """What the demo's functions promise, without photograph, weights or network."""
    loaded = load_img(_picture("RGB"), target_size=SIZE)
    return {
        "imports": attempt(
            lambda: [getattr(import_module(m), n) for m, names in IMPORTS.items() for n in names]
        ),
        "import_as_named": attempt(
            lambda: exec("from tensorflow.keras.applications.resnet50 import Resnet50")
        ),
        "kinds_described": sorted({type(each).__name__ for each in DESCRIBED}),
        "default_weights": inspect.signature(ResNet50).parameters["weights"].default,
        "weights_url": vars(inspect.getmodule(ResNet50))["BASE_WEIGHTS_PATH"],
        "statements_in_continued_line": len(ast.parse("total = 1 + \\\n2").body),
        "type_of_loaded": type(loaded).__name__,
        "shape_for_the_model": list(prepare(loaded).shape),
        "shapes_of_other_images": {
            mode: list(img_to_array(load_img(_picture(mode), target_size=SIZE)).shape)
            for mode in ("1", "L", "P", "RGB", "RGBA", "CMYK")
        },
        "playing_status": _status_of_playing("prediction.mp3"),
    }


@stage(tier="train")
def architecture() -> dict[str, object]:
    """The network that ResNet50() builds; its weights are asked for, and not fetched."""
    with (
        mock.patch.object(inspect.getmodule(ResNet50), "file_utils") as files,
        mock.patch.object(keras.Model, "load_weights"),
    ):
        mymodel = ResNet50()
    blank = np.zeros((*SIZE, 3), dtype=np.float32)
    untrained_result = mymodel.predict(blank[np.newaxis], verbose=0)
    three_classes = keras.layers.Dense(3)(mymodel.layers[-2].output)
    return {
        "weights_file": files.get_file.call_args.args[0],
        "parameters": mymodel.count_params(),
        "model_input": str(mymodel.input_shape),
        "numbers_per_prediction": untrained_result.size,
        "three_dimensional_input": attempt(lambda: mymodel.predict(blank, verbose=0)),
        "picture_as_input": attempt(
            lambda: mymodel.predict(Image.fromarray(blank.astype(np.uint8)), verbose=0)
        ),
        "output_with_own_head": str(keras.Model(mymodel.input, three_classes).output_shape),
    }


@stage(needs=("pizza-image",))
def load() -> dict[str, object]:
    """Steps 5 to 9 on the book's own photograph."""
    loaded = load_img(str(datasets.load("pizza-image").resolve()), target_size=SIZE)
    array = img_to_array(loaded)
    reshaped = array.reshape((1, *SIZE, 3))
    prepared = preprocess_input(reshaped.copy())
    subtracted = reshaped[..., ::-1] - prepared
    return {
        "loaded_size": list(loaded.size),
        "shown_in_notebook": loaded._repr_png_()[1:4].decode(),
        "array_type": type(array).__name__,
        "reshaped_shape": list(reshaped.shape),
        "subtracted_from_blue_green_red": subtracted.mean(axis=(0, 1, 2), dtype=np.float64),
    }


@stage(needs=("imagenet-classes",))
def label() -> dict[str, object]:
    """How the model's numbers become a label."""
    certain = np.eye(1, 1000, PIZZA, dtype=np.float32)
    decoded = decode(certain)
    return {
        "decoded_label": decoded[0][0][1],
        "displayed_by_step_12": displayed("label = decoded[0][0]", {"decoded": decoded}),
    }


@stage(needs=("resnet50-weights",))
def weights() -> dict[str, object]:
    """The file that ResNet50() downloads."""
    return {"weights_bytes": datasets.load("resnet50-weights").stat().st_size}


@stage(tier="train", needs=("resnet50-weights", "pizza-image", "imagenet-classes"))
def recognise() -> dict[str, object]:
    """The whole recognition: the photograph in, its label out."""
    mymodel = ResNet50(weights=str(datasets.load("resnet50-weights")))
    myimage = prepare(load_img(str(datasets.load("pizza-image")), target_size=SIZE))
    myresult = mymodel.predict(myimage, verbose=0)
    mylabel = decode(myresult)[0][0]
    return {
        "printed_label": "This is a : " + mylabel[1],
        "sayit": "This is a " + mylabel[1],
    }


@stage(needs=("network",))
def speak() -> dict[str, object]:
    """Step 18: the text goes to the service, its sound comes back and is saved."""
    datasets.require_network()
    gtts = speech_library()
    with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder):
        absolute = Path(folder, "elsewhere.mp3").absolute()
        try:
            gtts.gTTS(text=WORDS, timeout=20).save("prediction.mp3")
            gtts.gTTS(text=WORDS, timeout=20).save(str(absolute))
        except gtts.gTTSError as error:
            datasets.note_failure()
            raise datasets.DatasetUnavailable(
                f"the text-to-speech service gave no answer: {error}", "Repeat it with a network"
            ) from None
        saved = {file.name: file.read_bytes() for file in Path(folder).iterdir()}
    return {
        "saved_where_it_runs": len(saved["prediction.mp3"]),
        "saved_by_absolute_path": len(saved["elsewhere.mp3"]),
        "kind_of_sound": _kind_of_sound(saved["prediction.mp3"]),
    }


def _picture(mode: str) -> io.BytesIO:
    """A small TIFF file of one colour, in one of Pillow's modes."""
    file = io.BytesIO()
    Image.new(mode, (40, 30)).save(file, "TIFF")
    return file


def _status_of_playing(name: str) -> int:
    """Exit status of the shell that ``os.system(name)`` starts, beside a file of that name."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, name).touch()
        return subprocess.run(
            name, shell=True, cwd=folder, capture_output=True, check=False
        ).returncode


def _kind_of_sound(content: bytes) -> str:
    """``MP3`` for a stream that begins with an ID3 tag or a frame header."""
    is_mp3 = content[:3] == b"ID3" or (content[:1] == b"\xff" and content[1] >= 0xE0)
    return "MP3" if is_mp3 else "unknown"
