"""The catalogue names what exists, and no training core of the book is left out."""

import ast
from pathlib import Path

import pytest

from harness.bench.workloads import WORKLOADS, Way, chosen
from harness.errors import UsageError
from harness.units import units
from tests.bench_measuring.fakes import ROOT


def ways() -> dict[str, Way]:
    return {
        f"{name}, {side}": way
        for name, each in WORKLOADS.items()
        for side, way in (("head", each.head), ("peer", each.peer), ("limit", each.limit))
        if way is not None
    }


def functions_in(module: str) -> set[str]:
    tree = ast.parse(Path(ROOT, *module.split(".")).with_suffix(".py").read_text("utf-8"))
    return {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}


@pytest.mark.parametrize("name", ways())
def test_every_way_of_working_is_a_function(name: str) -> None:
    module, _, function = ways()[name].function.partition(":")
    assert function in functions_in(module)


def places() -> set[str]:
    """What the catalogue names in the reference, as ``module:name``."""
    arguments = {argument for way in ways().values() for argument in way.arguments}
    return {each for each in arguments if isinstance(each, str) and each.startswith("chapter")}


@pytest.mark.parametrize("place", sorted(places()))
def test_what_is_named_in_the_reference_is_there(place: str) -> None:
    module, _, name = place.partition(":")
    source = Path(ROOT, "reference", *module.split(".")).with_suffix(".py").read_text("utf-8")
    bound = {
        node.id if isinstance(node, ast.Name) else node.name
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.FunctionDef)
        or (isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store))
    }
    assert not name or name.partition(".")[0] in bound


def declares_a_core(source: Path) -> bool:
    names = [
        target.id
        for node in ast.parse(source.read_text("utf-8")).body
        if isinstance(node, ast.Assign)
        for target in node.targets
        if isinstance(target, ast.Name)
    ]
    return "CORE" in names


def test_every_training_core_of_the_book_is_measured() -> None:
    exercises = [unit for unit in units().values() if not unit.id.startswith("S")]
    cores = {unit.id for unit in exercises if declares_a_core(unit.source)}
    trained_otherwise = {"1.06", "A1.01", "2.02", "2.03", "2.04", "A3.02", "4.06", "A4.02", "A6.01"}
    measured = {name.removeprefix("train/") for name in WORKLOADS if name.startswith("train/")}
    assert len(cores) > 15
    assert measured >= cores | trained_otherwise


def test_every_training_says_how_well_it_learned() -> None:
    assert all(each.better for name, each in WORKLOADS.items() if name.startswith("train/"))


def test_words_choose_by_any_part_of_a_name() -> None:
    assert [each.name for each in chosen(["train/3.02", "look-back"], WORKLOADS)] == [
        "train/3.02",
        "pipeline/look-back",
    ]


def test_a_word_that_is_in_no_name_is_refused_with_its_neighbours() -> None:
    with pytest.raises(UsageError, match=r"no core has 'train/3.2' in its name.*train/3.02"):
        chosen(["train/3.2"], WORKLOADS)
