"""The plots of one unit: whatever its baselines, comparisons and observations allow."""

from collections.abc import Iterator, Sequence

import numpy as np

from harness.baselines import Baseline, load_baseline
from harness.checks.numeric import Printed as PrintedCheck
from harness.checks.random import Plausible, Tends
from harness.claims import Claim
from harness.observe import Observed
from harness.printed import cell
from harness.site.knowledge import Knowledge
from harness.site.plots import pictures, points, series
from harness.site.plots.distributions import Strip, distributions
from harness.site.plots.figure import Figure
from harness.site.plots.pairs import Pair, comparisons
from harness.statistics import MIN_PAIRS, MIN_SEEDS, mean_interval, prediction_interval
from harness.units import unit

NOTHING = Observed({})


def figures(unit_id: str, claims: Sequence[Claim], knowledge: Knowledge) -> list[Figure]:
    """Plots where people would rather look than read: none for most units."""
    found: list[Figure] = []
    for tier in dict.fromkeys(claim.tier for claim in claims):
        baseline = load_baseline(unit_id, tier)
        if baseline and len(baseline.seeds) >= MIN_SEEDS:
            of_tier = [claim for claim in claims if claim.tier == tier]
            strips = list(_strips(of_tier, baseline, knowledge))
            found += [distributions(strips)] if strips else []
            measured = _measured(of_tier, baseline, knowledge)
            found += [series.draw(one, measured) for one in series.found_series(baseline.values)]
    pairs = list(_pairs(claims, knowledge))
    found += [comparisons(pairs)] if pairs else []
    observed = {
        name: value
        for stage in unit(unit_id).stages
        for name, value in knowledge.observed.get(stage, NOTHING).values.items()
    }
    for kind in (points, pictures):
        samples = {name: value for name, value in observed.items() if kind.is_sample(value)}
        found += [kind.samples(samples)] if samples else []
    return found


def _strips(claims: Sequence[Claim], baseline: Baseline, knowledge: Knowledge) -> Iterator[Strip]:
    for claim in claims:
        draws = baseline.draws(claim.of) if isinstance(claim.of, str) else None
        if draws is None or not isinstance(claim.check, Plausible):
            continue
        low, high, _ = prediction_interval(draws)
        printed = cell(claim.check.expected)
        yield Strip(
            name=str(claim.of),
            claim=claim.id,
            values=draws.values,
            interval=(low, high),
            printed=(printed.low, printed.high),
            words=claim.check.expected,
            standing=knowledge.standing(claim),
            own=_own(claim, knowledge),
        )


def _measured(claims: Sequence[Claim], baseline: Baseline, knowledge: Knowledge) -> series.Measured:
    printed: dict[str, series.Printed] = {}
    own: dict[str, float] = {}
    for claim in claims:
        check = claim.check
        if not isinstance(claim.of, str) or claim.of not in baseline.values:
            continue
        value = _own(claim, knowledge)
        if value is not None:
            own[claim.of] = value
        if isinstance(check, Plausible | PrintedCheck) and isinstance(check.expected, str):
            number = float(cell(check.expected).value)
            printed[claim.of] = series.Printed(number, check.expected, claim.id)
    return series.Measured(baseline.values, printed, own)


def _own(claim: Claim, knowledge: Knowledge) -> float | None:
    """The result of the run that was judged, where it is one number."""
    observed = knowledge.observed.get(claim.stage, NOTHING)
    value = observed.values.get(str(claim.of))
    if isinstance(value, int | float | np.number):
        return float(value)
    return float(value) if isinstance(value, np.ndarray) and value.size == 1 else None


def _pairs(claims: Sequence[Claim], knowledge: Knowledge) -> Iterator[Pair]:
    for claim in claims:
        values = knowledge.observed.get(claim.stage, NOTHING).values
        if not isinstance(claim.check, Tends) or any(name not in values for name in claim.of):
            continue
        first, second = (np.asarray(values[name], dtype=float) for name in claim.of)
        if first.shape == second.shape and first.ndim == 1 and first.size >= MIN_PAIRS:
            differences = (first - second).tolist()
            low, high, _ = mean_interval(differences)
            yield Pair(
                claim.id.partition("/")[2],
                claim.id,
                differences,
                (low, high),
                claim.says,
                knowledge.standing(claim),
            )
