"""``dlw report build``: the book's claims as a static site."""

import time
from pathlib import Path

from harness.bench.history import History
from harness.bench.report.document import Document
from harness.bench.report.overview import document
from harness.bench.report.past import Past
from harness.claim_files import claims
from harness.commands.bench_history import tell
from harness.commands.observing import followed, require
from harness.site.folder import put, require_ours
from harness.site.knowledge import STANDINGS, counted, gather
from harness.site.pages import pages
from harness.verify import Settings


def run(
    folder: Path,
    tiers: tuple[str, ...],
    settings: Settings,
    history: Path,
    *,
    force: bool,
) -> int:
    """Build the site into ``folder``; exit code 1 where a claim is a surprise, else 0.

    ``history`` is the folder of benchmark runs; where it holds none there is no page of them.
    """
    start = time.perf_counter()
    require_ours(folder, force=force)
    require(settings.device)
    everything = list(claims().values())
    stages = {claim.stage for claim in everything if claim.tier in tiers}
    with followed(stages) as bar:
        knowledge = gather(everything, tiers, settings, bar.started, bar.finished)
        bar.say("writing")
        files = dict(pages(knowledge, _benchmarks(history)))
    put(folder, files, force=force)
    counts = knowledge.counts(knowledge.claims)
    parts = ", ".join(counted(word, counts[word]) for word in STANDINGS if counts[word])
    size = sum(len(text.encode()) for text in files.values())
    print(
        f"{folder / 'index.html'}: {len(knowledge.claims)} claims ({parts}), {len(files)} files, "
        f"{size / 1e6:.1f} MB, {time.perf_counter() - start:.1f} s"
    )
    return 1 if counts["surprise"] else 0


def _benchmarks(folder: Path) -> Document | None:
    """The report on the runs of the history; None where there are none."""
    history = History(folder)
    contents = history.contents()
    tell(contents.problems)
    return document(Past(contents.runs, history.pins())) if contents.runs else None
