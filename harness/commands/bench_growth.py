"""``dlw bench growth``: how time grows with batch, steps, length, claims, submissions."""

import json
from typing import Any

from harness.bench.measuring.growth import Exponent, fitted
from harness.bench.measuring.measurement import Measurement
from harness.bench.measuring.series import Series
from harness.bench.measuring.tasks import Settings, Task
from harness.bench.measuring.trees import here
from harness.bench.records import Process
from harness.bench.report import terminal, wording
from harness.bench.report.measured import seconds_of
from harness.bench.workloads import chosen
from harness.bench.workloads.studies import STUDIES, Study
from harness.commands.bench_progress import followed
from harness.errors import UsageError

LEAST_PROCESSES = 3
FAILED, INTERRUPTED = 1, 2


def run(names: tuple[str, ...], settings: Settings, *, as_json: bool) -> int:
    """Measure each size in fresh processes, in turns; 1 where one failed, 2 if interrupted."""
    studies = chosen(names, STUDIES, "study")
    if settings.pairs < LEAST_PROCESSES:
        raise UsageError(
            f"{settings.pairs} processes of a size give no interval",
            hint=f"Ask for {LEAST_PROCESSES} at least, with --processes",
        )
    series = {(study.name, size): _series(study, size) for study in studies for size in study.sizes}
    measurement = Measurement(list(series.values()), settings, "growth")
    with followed(settings.pairs * len(series)) as notice:
        measurement.measure(notice)
    cores = {core.name: core for core in measurement.record().cores}
    rows = []
    for study in studies:
        measured = [cores[study.workload(size).name] for size in study.sizes]
        lack = next((core.failure or core.unverified for core in measured if not core.measured), "")
        times = [seconds_of(core) for core in measured]
        processes = [core.sides.get("head", ()) for core in measured]
        rows.append(_row(study, times, None if lack else _fit(study, processes), lack))
    _show(rows, as_json=as_json)
    if measurement.interrupted:
        print("Interrupted: what was measured before is shown")
    if any(core.failure for core in cores.values()):
        return FAILED
    return INTERRUPTED if measurement.interrupted else 0


def _series(study: Study, size: int) -> Series:
    workload = study.workload(size)
    return Series(workload, (Task("head", workload.head, here()),))


def _fit(study: Study, processes: list[tuple[Process, ...]]) -> Exponent | None:
    """None where an interrupt left too few processes."""
    count = min(map(len, processes))
    if count < LEAST_PROCESSES:
        return None
    return fitted(study.sizes, [each[:count] for each in processes])


def _row(
    study: Study, times: list[float | None], found: Exponent | None, lack: str
) -> dict[str, Any]:
    return {
        "study": study.name,
        "of": study.why,
        "seconds": dict(zip(map(str, study.sizes), times, strict=True)),
        "expected": study.expected,
        "exponent": found.value if found else None,
        "low": found.low if found else None,
        "high": found.high if found else None,
        "lack": lack,
    }


def _show(rows: list[dict[str, Any]], *, as_json: bool) -> None:
    if as_json:
        print(json.dumps(rows, indent=1))
        return
    table = terminal.table("study", "of", "times by size", "exponent (interval)", "expected")
    for row in rows:
        times = [f"{size}: {wording.seconds(time)}" for size, time in row["seconds"].items()]
        fit = "" if row["exponent"] is None else "{exponent:.2f} ({low:.2f} to {high:.2f})"
        table.add_row(
            row["study"],
            row["of"],
            ", ".join(times),
            row["lack"] or fit.format(**row),
            f"{row['expected']:g}",
        )
    terminal.show(table)
