"""Trainings cut short are judged by the reference's own, cut as short."""

from collections.abc import Iterator
from pathlib import Path

import keras
import numpy as np
import pytest

from harness.grading.classroom import Course, grade_all
from harness.grading.comparing import Terms, judge_value
from harness.grading.limits import Limits
from harness.grading.results import Graded
from harness.grading.rubric import rubric_for
from harness.grading.sheets import graded_claims
from harness.grading.submissions import find_submissions
from harness.grading.worker import epochs
from tests.command_line import Dlw
from tests.grading.corpus import FOLDER
from tests.grading.sandboxed import needs_sandbox

SCRIPT = FOLDER / "honest" / "A2.01-script.py"
ACCURACY = "A2.01/evaluate-accuracy"


@pytest.fixture
def uncut() -> Iterator[None]:
    """Keras as it was, after the test."""
    original = keras.Model.fit
    yield
    keras.Model.fit = original


def claim(name: str) -> object:
    return next(c for c in graded_claims()[name.partition("/")[0]] if c.id == name)


def graded(path: Path, most: int | None) -> Graded:
    rubric = rubric_for(("A2.01",), Limits(), epochs=most)
    [result] = grade_all(find_submissions([path]), Course(rubric))
    return result


@pytest.mark.parametrize(("asked", "first", "trained"), [(5, 0, 2), (1, 0, 1), (9, 4, 2)])
def test_fit_ends_after_so_many_epochs(uncut: None, asked: int, first: int, trained: int) -> None:
    epochs.at_most(2)
    model = keras.Sequential([keras.Input((1,)), keras.layers.Dense(1)])
    model.compile("sgd", "mse", run_eagerly=True)
    x = np.ones((2, 1))
    history = model.fit(x, x, 2, asked, initial_epoch=first, verbose=0)
    assert len(history.history["loss"]) == trained
    with pytest.raises(TypeError):
        model.fit(x, x, epochs="many", verbose=0)


@needs_sandbox
def test_a_training_cut_short_is_judged_by_trainings_as_short(tmp_path: Path) -> None:
    source = SCRIPT.read_text("utf-8").partition("\n")[2]
    whole, path = graded(SCRIPT, None), tmp_path / "short.py"
    path.write_text(source)
    short = graded(path, 1)
    marks = {m.claim: m for m in short.marks}
    assert marks[ACCURACY].outcome == "right"
    assert marks[ACCURACY].found != {m.claim: m for m in whole.marks}[ACCURACY].found
    assert "each training was ended after at most 1 epochs" in short.notes


def test_the_whole_trainings_result_is_not_one_of_a_short_one() -> None:
    loss = claim("2.05/evaluate-loss")
    assert judge_value(loss, 0.13, Terms(epochs=1)).right is not None
    assert judge_value(loss, 30.0, Terms(epochs=1)).right is False


def test_without_a_baseline_it_is_unverified_and_the_command_named() -> None:
    judged = judge_value(claim(ACCURACY), 0.5, Terms(epochs=7))
    assert judged.right is None
    assert "`dlw baseline run A2.01 --tier fast --epochs 7`" in judged.note


def test_what_a_short_training_does_not_reach_is_unverified() -> None:
    judged = judge_value(claim("3.02/loss-epoch-5"), 0.5, Terms(epochs=1))
    assert judged.right is None
    assert "a training of 1 epochs has no 3.02/loss_epoch_5" in judged.note
    assert judge_value(claim("2.07/prediction"), 4, Terms(epochs=1)).right is None
    assert judge_value(claim("2.07/prediction"), 4, Terms()).right is False


def test_a_unit_that_trains_nothing_has_no_such_baseline(dlw: Dlw) -> None:
    result = dlw("baseline", "run", "7.03", "--tier", "train", "--epochs", "1")
    assert result.code == 2
    assert "7.03 has no training of tier train whose epochs could be others" in result.err
