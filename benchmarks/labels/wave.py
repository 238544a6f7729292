"""The labelled sites crawled and judged by the product itself, on the evening of the wave's day."""

import tempfile
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from benchmarks.labels.due import AS_OF, WAVE
from benchmarks.labels.model import Labelled
from benchmarks.labels.site import sites
from budgetwatch.demo_site import LOOPBACK, Site, answering
from crawler.archive import Archive
from crawler.crawl import Options, Polite, crawl
from crawler.model import Capture, Name, Region
from scoring.judge import judge_wave
from scoring.judgement import Judgement
from scoring.rubric import Rubric

BUILD = Path(__file__).parents[2] / "data" / "build" / "labels"
RUBRIC = "budget-for-citizens-2026.1"
EVENING = f"{AS_OF.isoformat()}T18:00:00Z"


class OnTheDay(Archive):
    """The archive as if its crawl had been on the wave's day: no figure depends on today."""

    def captures(self, *, region: str | None = None, run: str | None = None) -> tuple[Capture, ...]:
        """Captures with the hour of that evening."""
        found = super().captures(region=region, run=run)
        return tuple(replace(capture, fetched_at=EVENING) for capture in found)


def judged(regions: tuple[Labelled, ...], rubric: Rubric, build: Path) -> Judgement:
    """Serve the sites on loopback, crawl them politely to no one, judge what came.

    ``build`` keeps printed files and documents read between runs.
    """
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        entries = [_entry(region) for region in regions]
        _crawled(entries, sites(regions, build / "prints", folder / "sites"), folder / "archive")
        with OnTheDay(folder / "archive", readonly=True) as archive:
            return judge_wave(archive, entries, wave=WAVE, as_of=AS_OF, rubric=rubric, build=build)


def _entry(region: Labelled) -> Region:
    """The registry entry: nothing but the home page is known."""
    name = region.region.name
    return Region(
        id=region.region.id,
        name=Name(ru=name, en=name),
        iso_3166_2="XX-LAB",
        home=f"http://{region.host}/",
    )


def _crawled(entries: Sequence[Region], served: dict[str, Site], folder: Path) -> None:
    with Archive(folder) as archive, answering(served) as port:
        options = Options(
            resolve=(f"*:*:{LOOPBACK}:{port}",),
            allow_private_hosts=True,
            polite=Polite(delay=0),
            browser=None,
        )
        crawl(entries, archive, options=options, on_event=lambda _: None)
