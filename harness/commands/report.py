"""``dlw report build``: the book's claims as a static site."""

import time
from pathlib import Path

from harness.claim_files import claims
from harness.commands.verify import SECONDS, progress_bar, require
from harness.site.folder import put, require_ours
from harness.site.knowledge import STANDINGS, counted, gather
from harness.site.pages import pages
from harness.units import Stage
from harness.verify import Settings


def run(folder: Path, tiers: tuple[str, ...], settings: Settings, *, force: bool) -> int:
    """Build the site into ``folder``; exit code 1 where a claim is a surprise, else 0."""
    start = time.perf_counter()
    require_ours(folder, force=force)
    require(settings.device)
    everything = list(claims().values())
    stages = {claim.stage for claim in everything if claim.tier in tiers}
    with progress_bar() as progress:
        task = progress.add_task("observing", total=sum(SECONDS[stage.tier] for stage in stages))

        def started(stage: Stage) -> None:
            progress.update(task, description=f"{stage.module.split('.', 1)[1]}.{stage.function}")

        def finished(stage: Stage) -> None:
            progress.advance(task, SECONDS[stage.tier])

        knowledge = gather(everything, tiers, settings, started, finished)
        progress.update(task, description="writing")
        files = dict(pages(knowledge))
    put(folder, files, force=force)
    counts = knowledge.counts(knowledge.claims)
    parts = ", ".join(counted(word, counts[word]) for word in STANDINGS if counts[word])
    size = sum(len(text.encode()) for text in files.values())
    print(
        f"{folder / 'index.html'}: {len(knowledge.claims)} claims ({parts}), {len(files)} files, "
        f"{size / 1e6:.1f} MB, {time.perf_counter() - start:.1f} s"
    )
    return 1 if counts["surprise"] else 0
