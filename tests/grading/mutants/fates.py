"""What becomes of a mutant: killed by a claim, survived, or never run at all."""

from pathlib import Path

from harness.units import units
from tests.grading.mutants.catalogue import Mutant
from tests.grading.mutants.trial import convict, executed
from tests.grading.mutants.workers import Lost, in_child

SURVIVED = "survived"
NOT_RUN = "not run"


def acquitted(mutant: Mutant, folder: Path) -> bool:
    """Within a worker: whether the module without the mistake is as the ledger expects."""
    source = units()[mutant.unit].source.read_text("utf-8")
    return not in_child(convict, mutant.module, source, mutant.stages, folder)


def fate(mutant: Mutant, folder: Path) -> str:
    """Within a worker: why it is killed, ``SURVIVED`` or, its code never run, ``NOT_RUN``."""
    try:
        verdict = in_child(convict, mutant.module, mutant.source, mutant.stages, folder)
    except Lost as lost:
        return f"killed: {lost}"
    if verdict:
        return f"killed: {verdict}"
    source = units()[mutant.unit].source
    try:
        ran = in_child(executed, mutant.module, source, mutant.stages, mutant.span)
    except Lost:  # following every instruction took too long: it counts as a survivor
        ran = True
    return SURVIVED if ran else NOT_RUN
