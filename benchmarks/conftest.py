"""What a run of the benchmarks says at its end: ratios, not seconds."""

from collections.abc import Iterator
from itertools import groupby
from statistics import geometric_mean
from typing import Any

import pytest


def pytest_terminal_summary(
    terminalreporter: pytest.TerminalReporter, config: pytest.Config
) -> None:
    session = getattr(config, "_benchmarksession", None)
    measured = {each.name: each.extra_info for each in session.benchmarks} if session else {}
    said = (contests, products, limits, embeddings, harness)
    lines = [line for say in said for line in say(measured)]
    passed = terminalreporter.stats.get("passed", [])
    lines += [line for report in passed for name, line in report.user_properties if name == "peak"]
    if lines:
        terminalreporter.section("in short")
        for line in lines:
            terminalreporter.line(line)


def contests(measured: dict[str, dict[str, Any]]) -> Iterator[str]:
    """Reference against peer, group by group, each with its geometric mean."""
    found = [info for info in measured.values() if "peer_over_reference" in info]
    for group, members in groupby(found, key=lambda info: info["group"]):
        yield f"{group}: the reference against the listing's way, tracing included"
        ratios = {info["unit"]: info["peer_over_reference"] for info in members}
        yield from (f"{unit:>8}  {ratio:6.1f} times faster" for unit, ratio in ratios.items())
        yield f"{'':>8}  {geometric_mean(ratios.values()):6.1f} geometric mean"


def products(measured: dict[str, dict[str, Any]]) -> Iterator[str]:
    """The training of 2.04 against its bare matrix products."""
    for info in measured.values():
        if "share_of_the_products_rate" in info:
            yield (
                f"{info['unit']} steps at {info['share_of_the_products_rate']:.0%} of the rate of "
                f"its bare matrix products, {info['bare_gflop_a_second']:.1f} GFLOP/s"
            )


def limits(measured: dict[str, dict[str, Any]]) -> Iterator[str]:
    """The trainings of images against a bare matrix product."""
    for info in measured.values():
        if "share_of_the_peak" in info:
            yield (
                f"{info['unit']:>8}  at {info['share_of_the_peak']:.0%} of the rate of a bare "
                f"matrix product, {info['peak_gflop_a_second']:.0f} GFLOP/s"
            )


def embeddings(measured: dict[str, dict[str, Any]]) -> Iterator[str]:
    """Word vectors against gensim's own best."""
    for info in measured.values():
        if "over_gensims_best" in info:
            yield f"word2vec takes {info['over_gensims_best']:.2f} times as long as gensim's best"


def harness(measured: dict[str, dict[str, Any]]) -> Iterator[str]:
    """What the harness itself costs."""
    for name, info in measured.items():
        if "[harness/" in name:
            yield f"{name}: {1e3 * info['seconds_a_unit']:.3f} ms a {info['work']}"
