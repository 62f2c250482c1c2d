"""An era's observations together: from its record where that is current, else measured."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from packaging.requirements import InvalidRequirement, Requirement
from packaging.utils import canonicalize_name

from harness.eras import environment
from harness.eras.measure import Failure, measure
from harness.eras.parts import Part, parts
from harness.eras.record import Measured, Record, load_record
from harness.eras.specification import Era
from reference.stages import Tier

Notice = Callable[[str], None]


@dataclass(frozen=True)
class Gathered:
    """A record of what is known of an era, and the parts that were ended, with the reasons."""

    record: Record
    failures: dict[str, Failure] = field(default_factory=dict)


def gather(era: Era, tiers: tuple[Tier, ...], jobs: int, notice: Notice) -> Gathered:
    """What the era gives: recorded parts of any tier, and those of ``tiers`` that are not recorded.

    Its environment is built only where something is to be measured. ``notice`` is told what
    happens.
    """
    recorded = load_record(era.name)
    kept = _current(recorded)
    pending = [part for name, part in parts(tiers).items() if name not in kept]
    if recorded and not pending:
        return Gathered(recorded.model_copy(update={"parts": kept}))
    fresh = gather_anew(era, pending, jobs, notice)
    return Gathered(with_unmeasured(fresh.record, recorded), fresh.failures)


def gather_anew(
    era: Era, wanted: list[Part], jobs: int, notice: Notice, *, again: bool = False
) -> Gathered:
    """What these parts give in the era's environment, whatever is recorded.

    Results kept since an earlier measurement of the same source serve, unless ``again``.
    """
    if environment.find(era) is None:
        notice(f"building the era {era.name}")
    built = environment.build(era)
    found: dict[str, Measured] = {}
    failures: dict[str, Failure] = {}
    notice(f"measuring {len(wanted)} parts in {era.name}")
    for part, result in measure(wanted, built, jobs, again=again):
        if isinstance(result, Measured):
            found[part.name] = result
            notice(f"{part.name}: {len(result.observations)} observations")
            for function, reason in result.failures.items():
                notice(f"  {part.name}.{function}() does not run there: {reason}")
        else:
            failures[part.name] = result
            notice(f"{part.name} failed: {result}")
    record = Record(
        era=era.name,
        command=f"dlw era verify {era.name} --tier full --record",
        versions=named_versions(era, built.versions),
        parts=dict(sorted(found.items())),
    )
    return Gathered(record, failures)


def with_unmeasured(record: Record, former: Record | None) -> Record:
    """``record`` with those parts of the former one that it lacks and whose source is the same."""
    together = _current(former) | record.parts
    return record.model_copy(update={"parts": dict(sorted(together.items()))})


def _current(record: Record | None) -> dict[str, Measured]:
    """The record's parts whose source is still the same."""
    current = parts()
    return {
        name: part
        for name, part in (record.parts.items() if record else ())
        if name in current and current[name].digest == part.digest
    }


def stale(record: Record) -> list[str]:
    """Recorded parts whose source has changed or is gone, and parts that were never recorded."""
    current = parts()
    digests = {name: part.digest for name, part in record.parts.items()}
    return sorted(
        name
        for name in {*current, *digests}
        if name not in current or digests.get(name) != current[name].digest
    )


def named_versions(era: Era, versions: dict[str, str]) -> dict[str, str]:
    """Of all versions, Python's and those of the libraries that the era asks for by name."""
    names = ["python", *required(era)]
    return {name: versions[name] for name in names if name in versions}


def required(era: Era) -> Iterator[str]:
    """Names of the libraries that the era asks for."""
    for line in era.requires:
        try:
            name = canonicalize_name(Requirement(line).name)
        except InvalidRequirement:  # a folder, such as this project
            continue
        yield name
        if name == "tensorflow":  # whose Keras is a library of its own since 2.6
            yield "keras"
