"""The commands of ``dlw bench`` that measure."""

from pathlib import Path
from typing import Annotated, cast

import typer

from harness.bench.places import history_folder
from harness.cli.options import HistoryFolder, Json, Mirror, Offline, require_known, use_data
from harness.errors import UsageError

Cores = Annotated[
    list[str] | None, typer.Option("-k", help="Cores with this in their name (may be repeated).")
]
Pairs = Annotated[int, typer.Option("--pairs", help="Fresh processes of each side.")]
Rounds = Annotated[int, typer.Option("--rounds", help="Rounds of each process.")]
Seconds = Annotated[
    float | None, typer.Option("--seconds", help="No pair of a core begins after so long.")
]
Confirming = Annotated[
    int, typer.Option("--confirming", min=0, help="Pairs more of a core that looks slower.")
]
Sees = Annotated[
    float,
    typer.Option(
        "--sees", min=0.0, help="Fewer pairs where they would show such a slowdown; 0: all."
    ),
]
Threads = Annotated[
    int | None, typer.Option("--threads", min=1, help="Of TensorFlow; none: every core.")
]

EXPERIMENT = ("pipeline/look-back", "train/2.07", "train/7.03")  # NumPy, many small steps, a loop


def register(app: typer.Typer) -> None:
    """Add the measuring commands to ``dlw bench``."""
    app.command("run")(bench_run)
    app.command("list")(bench_list)
    app.command("bisect")(bench_bisect)
    app.command("growth")(bench_growth)
    app.command("experiment")(bench_experiment)


def bench_run(
    cores: Cores = None,
    against: Annotated[
        str, typer.Option("--against", help="Hold this tree against a commit, in turns.")
    ] = "",
    twice: Annotated[
        bool, typer.Option("--twice", help="The same code twice: the machine's own noise.")
    ] = False,
    peer: Annotated[bool, typer.Option("--peer", help="Also the listing's way.")] = False,
    limit: Annotated[bool, typer.Option("--limit", help="Also the bare products.")] = False,
    pairs: Pairs = 12,
    confirming: Confirming = 18,
    sees: Sees = 0.1,
    rounds: Rounds = 10,
    seconds: Seconds = None,
    threads: Threads = None,
    device: Annotated[str, typer.Option("--device", help="cpu or gpu.")] = "cpu",
    backend: Annotated[
        str, typer.Option("--backend", help="Keras's backend: tensorflow, torch or jax.")
    ] = "tensorflow",
    history: HistoryFolder = None,
    out: Annotated[
        Path | None, typer.Option("--out", help="Write the record here, not into the history.")
    ] = None,
    data_mirror: Mirror = None,
    offline: Offline = False,
) -> None:
    """Measure cores in fresh processes: exit 1 where one failed, 2 where nothing was measured."""
    from harness.bench.measuring.tasks import Device
    from harness.commands.bench_run import Request, run

    require_known("device", device, ("cpu", "gpu"))
    require_known("backend", backend, ("tensorflow", "torch", "jax"))
    use_data(data_mirror, offline)
    request = Request(
        tuple(cores or ()),
        against,
        twice,
        peer,
        limit,
        pairs,
        confirming,
        sees or None,
        rounds,
        seconds,
        threads,
        cast(Device, device),
        backend,
        history_folder(history),
        out,
    )
    raise typer.Exit(run(request))


def bench_list(cores: Cores = None, as_json: Json = False) -> None:
    """List the cores: unit of work, peer, limit, and what data they need."""
    from harness.commands.bench_list import run

    run(tuple(cores or ()), as_json=as_json)


def bench_bisect(
    core: Annotated[str, typer.Argument(help="A core's whole name, such as train/3.02.")],
    good: Annotated[str, typer.Option("--good", help="A commit that was fast.")],
    bad: Annotated[str, typer.Option("--bad", help="A later commit that is slow.")] = "HEAD",
    repository: Annotated[
        Path | None, typer.Option("--repository", help="Of the commits; none: this code's.")
    ] = None,
    pairs: Pairs = 12,
    rounds: Rounds = 10,
    threads: Threads = None,
    data_mirror: Mirror = None,
    offline: Offline = False,
) -> None:
    """Name the commit that made a core slower, by pairs of processes."""
    from harness.bench.measuring.surroundings import available_threads
    from harness.bench.measuring.tasks import Settings
    from harness.bench.measuring.trees import here
    from harness.commands.bench_bisect import run

    use_data(data_mirror, offline)
    settings = Settings(pairs=pairs, rounds=rounds, threads=threads or available_threads())
    run(core, repository or here(), good, bad, settings)


def bench_growth(
    studies: Annotated[
        list[str] | None,
        typer.Argument(help="Those named so, such as batch or 6.02; none: all."),
    ] = None,
    processes: Annotated[
        int, typer.Option("--processes", help="Fresh processes of each size.")
    ] = 6,
    rounds: Rounds = 5,
    threads: Threads = None,
    as_json: Json = False,
) -> None:
    """Fit how time grows with batch, steps, length, width, claims, submissions and workers."""
    from harness.bench.measuring.surroundings import available_threads
    from harness.bench.measuring.tasks import Settings
    from harness.commands.bench_growth import run

    threads = threads or available_threads()
    settings = Settings(pairs=processes, rounds=rounds, threads=threads)
    raise typer.Exit(run(tuple(studies or ()), settings, as_json=as_json))


def bench_experiment(
    folder: Annotated[Path, typer.Argument(help="Of the trials; what is there is not repeated.")],
    cores: Cores = None,
    same: Annotated[
        int, typer.Option("--same", min=0, help="Trials of the same code twice.")
    ] = 200,
    slowed: Annotated[
        int, typer.Option("--slowed", min=0, help="Trials with 10 % more work, and with 20 %.")
    ] = 20,
    pairs: Pairs = 12,
    confirming: Confirming = 18,
    sees: Sees = 0.1,
    rounds: Rounds = 10,
    threads: Threads = None,
) -> None:
    """Measure the gate's false alarms and misses here: the same code, and real slowdowns."""
    from harness.bench.measuring.experiment import Plan
    from harness.bench.measuring.surroundings import available_threads
    from harness.bench.measuring.tasks import Settings
    from harness.bench.workloads import WORKLOADS, chosen
    from harness.commands.bench_experiment import run, trials_of

    if pairs < 2:
        raise UsageError(f"{pairs} pairs have no spread", hint="Ask for 2 at least")
    threads = threads or available_threads()
    settings = Settings(pairs=pairs, rounds=rounds, sees=sees or None, threads=threads)
    workloads = tuple(chosen(cores or EXPERIMENT, WORKLOADS))
    run(folder, Plan(trials_of(same, slowed), workloads, settings, confirming))
