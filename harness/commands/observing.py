"""What commands that observe share: whether anything can be, and a bar that tells how far it is."""

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from rich.console import Console
from rich.progress import (
    BarColumn,
    Progress,
    TaskID,
    TextColumn,
    TimeElapsedColumn,
    TimeRemainingColumn,
)

from harness import environment
from harness.book import current
from harness.claims import Claim
from harness.errors import UsageError
from harness.observe import Observed
from harness.units import Stage
from harness.verdicts import Verdict
from harness.verify import Settings, by_stage, judge_all, observe_all

# What a stage of each tier roughly takes: its weight in the progress and the time that is left.
SECONDS = {"fast": 1, "train": 40, "full": 900}


@dataclass(frozen=True)
class Bar:
    """What is under way and how long it may take."""

    progress: Progress
    task: TaskID

    def say(self, text: str) -> None:
        self.progress.update(self.task, description=text)

    def started(self, stage: Stage) -> None:
        self.say(f"{stage.module.split('.', 1)[1]}.{stage.function}")

    def finished(self, stage: Stage) -> None:
        self.progress.advance(self.task, SECONDS[stage.tier])


@contextmanager
def followed(stages: Collection[Stage]) -> Iterator[Bar]:
    """A bar for these stages; it shows nothing where nobody watches a terminal."""
    console = Console(stderr=True)
    with Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        TimeElapsedColumn(),
        TextColumn("left, at this pace:"),
        TimeRemainingColumn(),
        console=console,
        transient=True,
        disable=not console.is_terminal,
    ) as progress:
        total = sum(SECONDS[stage.tier] for stage in stages)
        yield Bar(progress, progress.add_task("observing", total=total))


def observed_all(stages: list[Stage], settings: Settings) -> Iterator[tuple[Stage, Observed]]:
    """What :func:`harness.verify.observe_all` gives, followed on the terminal."""
    with followed(stages) as bar:
        for stage, observed in observe_all(stages, settings, bar.started):
            bar.finished(stage)
            yield stage, observed


def verified(claims: list[Claim], settings: Settings) -> Iterator[tuple[Stage, list[Verdict]]]:
    """Verdicts stage by stage, as they are finished, followed on the terminal.

    Kept observations come first. An interrupt loses only the stages under way.
    """
    of_stage = by_stage(claims)
    for stage, observed in observed_all(list(of_stage), settings):
        yield stage, judge_all(of_stage[stage], observed)


def require(device: str) -> None:
    """:class:`UsageError` where nothing can be observed here, or not on this device."""
    for package in current().requires:
        if environment.installed(package) is None:
            raise UsageError(
                f"{package} is not installed, and every observation needs it",
                hint=f"Run `pip install {package}`",
            )
    if device == "gpu" and "tensorflow" in current().requires:
        import tensorflow as tf

        if not tf.config.list_physical_devices("GPU"):
            raise UsageError("no GPU is visible to TensorFlow", hint="Leave out --device gpu")
