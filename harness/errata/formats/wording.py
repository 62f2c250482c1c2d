"""Words that several formats share."""

from collections import Counter
from collections.abc import Sequence

from harness.errata.entries import Entry, Evidence

DOUBT = "perhaps the transcription"
SHOWN = ("python", "tensorflow", "keras")


def headline(entries: Sequence[Entry]) -> str:
    """One line that counts: kinds, severities, what is stale, what was measured in which era."""
    kinds = Counter(entry.kind for entry in entries)
    severities = Counter(entry.severity for entry in entries)
    parts = [
        f"{kinds['erratum']} errata and {kinds['drift']} drifts",
        ", ".join(f"{count} {severity}" for severity, count in sorted(severities.items())),
        f"{sum(bool(entry.stale) for entry in entries) or 'none'} stale",
    ]
    for era in dict.fromkeys(one.era for entry in entries for one in entry.evidence):
        count = sum(measured(entry, era) for entry in entries)
        parts.append(f"{count} measured in {era}")
    return "; ".join(part for part in parts if part)


def measured(entry: Entry, era: str) -> bool:
    """Whether the era has an observation of what the entry speaks of."""
    return any(one.era == era and one.outcome != "unmeasured" for one in entry.evidence)


def evidence(one: Evidence) -> str:
    """``book: met, 42 (python 3.7.16, tensorflow 2.1.0)``."""
    if one.outcome == "unmeasured":
        return f"{one.era}: not measured here; run {one.command}"
    seeds = f" over {one.seeds} seeds" if one.seeds else ""
    libraries = ", ".join(f"{name} {one.versions[name]}" for name in SHOWN if name in one.versions)
    return f"{one.era}: {one.outcome}{seeds}, {one.found} ({libraries})"


def kind(entry: Entry) -> str:
    """What the entry is, how grave, and how sure."""
    since = f" since {entry.since}" if entry.since else ""
    doubt = f", {DOUBT}" if entry.certainty != "certain" else ""
    return f"{entry.kind}{since}, {entry.severity}{doubt}"
