"""What a run of the benchmarks says at its end: ratios, not seconds."""

from itertools import groupby
from statistics import geometric_mean

import pytest


def pytest_terminal_summary(
    terminalreporter: pytest.TerminalReporter, config: pytest.Config
) -> None:
    """Reference against peer, group by group, each with its geometric mean."""
    session = getattr(config, "_benchmarksession", None)
    infos = [benchmark.extra_info for benchmark in session.benchmarks] if session else []
    contests = [info for info in infos if "peer_over_reference" in info]
    for group, members in groupby(contests, key=lambda info: info["group"]):
        terminalreporter.section(f"{group}: compiled against the listing's way, tracing included")
        ratios = {info["unit"]: info["peer_over_reference"] for info in members}
        for unit, ratio in ratios.items():
            terminalreporter.line(f"{unit:>6}  {ratio:6.1f} times faster")
        terminalreporter.line(f"{'':>6}  {geometric_mean(ratios.values()):6.1f} geometric mean")
    for info in infos:
        if "share_of_the_products_rate" in info:
            terminalreporter.section("a step of 2.04 against its bare matrix products")
            terminalreporter.line(
                f"{info['unit']:>6}  {info['share_of_the_products_rate']:.0%} of the rate of "
                f"{info['bare_gflop_a_second']:.1f} GFLOP/s"
            )
