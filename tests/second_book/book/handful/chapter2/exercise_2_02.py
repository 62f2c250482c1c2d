"""Exercise 2.02: the wettest month of a year, and the storms of a century."""

import csv

from reference import datasets
from reference.stages import stage


@stage(needs=("rainfall",))
def rain() -> dict[str, object]:
    with datasets.locate("rainfall").open(encoding="utf-8", newline="") as lines:
        months = {row["month"]: float(row["mm"]) for row in csv.DictReader(lines)}
    return {"wettest": max(months, key=months.__getitem__)}


@stage(needs=("storms",))
def storms() -> dict[str, object]:
    with datasets.locate("storms").open(encoding="utf-8", newline="") as lines:
        return {"storms": sum(1 for _ in csv.DictReader(lines))}
