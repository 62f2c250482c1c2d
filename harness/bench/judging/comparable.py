"""Whether two runs may be compared at all: the same machine, the same libraries."""

from harness.bench.records import Environment

_GIB = 2**30
# A GPU's driver and its name are of the machine; clocks are of the moment.


def differences(one: Environment, other: Environment) -> tuple[str, ...]:
    """What differs, in words; load, clocks and the commit may differ."""
    a, b = _fixed(one), _fixed(other)
    return tuple(
        f"{name}: {a.get(name, 'none')} against {b.get(name, 'none')}"
        for name in sorted(a.keys() | b.keys())
        if a.get(name) != b.get(name)
    )


def _fixed(environment: Environment) -> dict[str, str]:
    memory = environment.memory_bytes
    return {
        "processor": environment.processor,
        "cores": str(environment.cores),
        "system": environment.system,
        "governor": environment.governor or "unknown",
        "memory": f"{round(memory / _GIB)} GiB" if memory else "unknown",
        "GPU": ", ".join(f"{gpu.name}, driver {gpu.driver}" for gpu in environment.gpus) or "none",
    } | environment.versions
