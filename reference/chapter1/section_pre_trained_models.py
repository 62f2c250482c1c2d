"""Pre-Trained Models: ResNet50 comes with Keras and knows the 1,000 classes of ImageNet."""

import keras

from reference import datasets
from reference.attempts import attempt
from reference.stages import stage


def run() -> dict[str, object]:
    return {"resnet50_in_keras": attempt(lambda: keras.applications.ResNet50)}


@stage(needs=("imagenet-classes",))
def classes() -> dict[str, object]:
    labelled = datasets.load("imagenet-classes")
    identifiers = {identifier for identifier, _ in labelled.values()}
    labels = {label for _, label in labelled.values()}
    return {
        "number_of_classes": len(identifiers),
        "bird_animal_automobile": sorted(labels & {"robin", "tiger", "sports_car"}),
    }
