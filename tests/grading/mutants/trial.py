"""A mutant on trial: its stages are run and its unit's claims judge what they produced."""

import importlib.util
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

from harness.baselines import load_baseline
from harness.claim_files import claims
from harness.observe import observe
from harness.units import Stage
from harness.verdicts import judge
from tests.grading.mutants.catalogue import Span
from tests.grading.mutants.reach import Trace


def convict(module: str, source: str, stages: tuple[Stage, ...], folder: Path) -> str:
    """The first thing about this source that the ledger did not expect, empty where all is well.

    It takes the module's place in this process, which should be thrown away afterwards. The source
    is written to ``folder``: TensorFlow reads the functions that it compiles from their files.
    """
    path = folder / f"{os.getpid()}.py"
    path.write_text(source, "utf-8")
    try:
        _load(module, path)
    except Exception as error:
        return f"it cannot be imported: {type(error).__name__}: {error}"
    return next((surprise for stage in stages for surprise in _surprises(stage)), "")


def _surprises(stage: Stage) -> Iterator[str]:
    """What each claim of the stage finds that the ledger does not expect."""
    observed = observe(stage)
    for claim in claims().values():
        if claim.stage == stage:
            try:
                verdict = judge(claim, observed, load_baseline(claim.unit, claim.tier))
            except Exception as error:
                yield f"{claim.id}: its check cannot judge this: {type(error).__name__}: {error}"
            else:
                if verdict.surprise:
                    yield f"{claim.id}: {verdict.surprise}"


def executed(module: str, path: Path, stages: tuple[Stage, ...], span: Span) -> bool:
    """Whether the stages carry out what stands at this place of the module as it is."""
    code = compile(path.read_text("utf-8"), str(path), "exec")
    with Trace(str(path)) as trace:
        _load(module, path)
        for stage in stages:
            observe(stage)
    return trace.reaches(span, code)


def _load(name: str, path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, path)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module
