"""Fine-Tuning: the first layers of VGG16 stay as they are, the rest is trained."""

import numpy as np

from reference.chapter3.section_transfer_learning import (
    base_without_top,
    fitted_as_listed,
    under_new_layer,
)

FROZEN_LAYERS = 10


def run() -> dict[str, object]:
    base_model = base_without_top()
    pretrained = base_model.get_weights()
    for layer in base_model.layers[:FROZEN_LAYERS]:
        layer.trainable = False
    new_model = under_new_layer(base_model)
    trained = [bool(layer.trainable_weights) for layer in base_model.layers]
    with_weights = [bool(layer.weights) for layer in base_model.layers]
    initial = zip(pretrained, new_model.layers[0].get_weights(), strict=True)
    return {
        "frozen_layers": sum(not layer.trainable for layer in base_model.layers),
        "types_of_frozen_layers": [
            type(layer).__name__ for layer in base_model.layers if not layer.trainable
        ],
        "trained_before_threshold": sum(trained[:FROZEN_LAYERS]),
        "untrained_after_threshold": sum(with_weights[FROZEN_LAYERS:])
        - sum(trained[FROZEN_LAYERS:]),
        "initial_weights_differ_by": max(float(np.abs(a - b).max()) for a, b in initial),
        "new_model_output": str(new_model.output_shape),
        "fit_as_listed": fitted_as_listed(new_model),
    }
