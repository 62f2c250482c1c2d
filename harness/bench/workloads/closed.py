"""Units that compute in closed form: their whole ``run``, which ``dlw verify`` observes."""

import importlib

from harness.bench.workloads.workload import Work


def of_unit(module: str, *, seed: int) -> Work:
    observe = importlib.import_module(f"reference.{module}").run

    def run(calls: int) -> None:
        for _ in range(calls):
            observe()

    return Work(run)
