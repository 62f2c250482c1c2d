"""What ``fit`` printed in the chapter's trainings: Figures 5.27, 5.32, 5.36 and 5.43."""

from typing import NamedTuple


class PrintedLog(NamedTuple):
    """How many samples were trained and validated on, and the seconds of each epoch."""

    train_samples: int
    val_samples: int
    seconds: tuple[int, ...]

    @property
    def share_held_out(self) -> float:
        return self.val_samples / (self.train_samples + self.val_samples)


RECURRENT = PrintedLog(1696, 189, (7, 6, 6))
CONVOLUTION = PrintedLog(1696, 189, (3, 3, 3, 3, 3))
HYBRID = PrintedLog(1696, 189, (7, 6, 6))
ACTIVITY = PrintedLog(1699, 189, (7, 6, 6, 6, 6))
