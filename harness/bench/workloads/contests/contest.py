"""What a contest is: one training in two ways, timed in turns within one process."""

from collections.abc import Callable
from typing import NamedTuple

import numpy as np


class Contest(NamedTuple):
    """Two ways of one training, each from scratch to what was learned, as an array.

    The reference takes ``steps`` steps (or epochs), the peer ``peer_steps``, each of which costs
    the same. ``same_numbers`` says that both must learn the same where they take as many;
    ``last_loss`` that both return losses, of which the reference's last must be no worse. Both are
    timed ``rounds`` times.
    """

    unit: str
    reference: Callable[[], np.ndarray]
    peer: Callable[[int], np.ndarray]
    steps: int
    peer_steps: int
    same_numbers: bool = True
    last_loss: bool = False
    rounds: int = 3
