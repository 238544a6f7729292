"""A country published: every region of the registry, five waves, two versions of a rubric.

What is answered is arithmetic on the names; scores, ranks and tables come from our own code.
"""

import hashlib
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from crawler import registry
from crawler.model import Capture, Outcome, Region, Run, SourceHealth
from scoring import rubric as rubrics
from scoring.judgement import DocumentFacts, EditionFacts, FileFacts, Judgement, RegionFacts
from scoring.model import Amount, Answered, Dated, Due, Evidence, Finding, Stage, Status
from scoring.publish import publish
from scoring.ranking import ranks
from scoring.rubric import Rubric
from scoring.score import scores
from scoring.sign import Holds, Sign, Signal, Told

WAVES = (2022, 2023, 2024, 2025, 2026)
RUBRIC = "budget-for-citizens-2026.1"
PAGES = 60  # captures of a region in a wave
QUOTE = (
    "Доходы областного бюджета составят 48 213,5 млн рублей, расходы — 51 000,0 млн рублей. " * 2
)


def country(out: Path) -> Path:
    """The database: 89 regions, about 75,000 findings, 27,000 captures."""
    first = rubrics.load(RUBRIC)
    both = (first, first.model_copy(update={"id": "budget-for-citizens-2027.1"}))
    regions = registry.load(Path("data/registry"))
    judged = [judgement(wave, rubric, regions) for wave in WAVES for rubric in both]
    state = [_health(_run(wave), r) for wave in WAVES for r in regions]
    return publish(judged, both, state, out, tool="budgetwatch/benchmark")


def judgement(wave: int, rubric: Rubric, regions: tuple[Region, ...]) -> Judgement:
    """One wave of them all by one rubric."""
    seen = {r.id: [_capture(wave, r, n) for n in range(PAGES)] for r in regions}
    found = [f for r in regions for f in _findings(wave, rubric, r, seen[r.id])]
    editions = [_edition(wave, r, s, seen[r.id]) for r in regions for s in Stage]
    told = scores(found, rubric)
    return Judgement(
        wave=str(wave),
        as_of=date(wave, 11, 23),
        rubric=rubric.id,
        regions=tuple(
            RegionFacts(r, tuple(_due(wave, s) for s in Stage), "",
                        tuple(c.id for c in seen[r.id][:9]), (), ()) for r in regions
        ),
        captures=tuple(c for every in seen.values() for c in every),
        documents=tuple(_document(c) for every in seen.values() for c in every if c.sha256),
        editions=tuple(editions),
        amounts=tuple(a for e in editions for a in _amounts(e)),
        findings=tuple(found),
        scores=told,
        ranks=ranks(told, rubric),
        runs=(_run(wave),),
        signs=tuple(_sign(wave, r, seen[r.id]) for r in regions),
    )  # fmt: skip


def _share(*said: object) -> float:
    """A number from 0 to 1 that follows from what is said."""
    return int(hashlib.sha256(repr(said).encode()).hexdigest()[:8], 16) / 0xFFFFFFFF


def _run(wave: int) -> Run:
    day = f"{wave}-11-20T0"
    return Run(f"{wave}1120T000000Z-run", f"{day}0:00:00Z", f"{day}9:00:00Z", "benchmark", ())


def _capture(wave: int, region: Region, number: int) -> Capture:
    lost, paper = number % 9 == 8, number % 4 == 1
    url = f"{region.home}budget/{wave}/{number}" + (".pdf" if paper else "/")
    told = hashlib.sha256(url.encode()).hexdigest()
    return Capture(
        id=told[:16], run=_run(wave).id, region=region.id, url=url, final_url=url,
        fetched_at=f"{wave}-11-20T0{number // 10}:{number % 60:02}:00Z",
        outcome=Outcome.TIMEOUT if lost else Outcome.OK, reason="no answer" if lost else "",
        http_status=None if lost else 200,
        media_type="application/pdf" if paper else "text/html",
        sha256="" if lost else told, bytes=0 if lost else 40_000 + number,
        warc_file=f"{wave}1120-0001.warc.gz", warc_offset=number * 1000, source=str(region.home),
        via=str(region.home), clicks=2, link_texts=("Бюджет для граждан",), promise=0.7,
        last_modified="", content_disposition="",
    )  # fmt: skip


def _document(seen: Capture) -> DocumentFacts:
    title = f"Бюджет для граждан, {seen.region}, {seen.final_url.rpartition('/')[0][-4:]} год"
    return DocumentFacts(
        seen.sha256, seen.media_type, title, 24, 6000, 12, 1.0, "2026-01-12", "2026-01-12", "", ""
    )


def _proof(seen: Capture, page: int) -> Evidence:
    return Evidence(seen.id, seen.final_url, seen.sha256, f"page={page}", QUOTE)


def _due(wave: int, stage: Stage) -> Due:
    year = {Stage.DRAFT: wave + 1, Stage.ADOPTED: wave, Stage.EXECUTED: wave - 1}[stage]
    days = {Stage.DRAFT: (11, 1), Stage.ADOPTED: (1, 12), Stage.EXECUTED: (6, 1)}[stage]
    event = date(wave, *days)
    return Due(
        stage,
        year,
        event,
        assumed=False,
        full_until=event.replace(day=20),
        half_until=event.replace(day=28),
    )


def _edition(wave: int, region: Region, stage: Stage, seen: list[Capture]) -> EditionFacts:
    owed, number = _due(wave, stage), list(Stage).index(stage)
    files = [c for c in seen if c.media_type == "application/pdf" and c.sha256][number::3][:3]
    late = owed.event.replace(day=1 + int(_share(wave, region.id, stage) * 27))
    said = Dated("printed", late, late, _proof(files[0], 1))
    return EditionFacts(
        f"{region.id}-{stage}-{owed.fiscal_year}", region.id, stage, owed.fiscal_year, True,  # noqa: FBT003 - due, by its place
        f"Бюджет для граждан. {region.name.ru}, {owed.fiscal_year} год", files[0].final_url,
        late, late, "printed", (said,), (), _proof(files[0], 1),
        tuple(FileFacts(c.sha256, c.final_url, "brochure", c.id) for c in files),
    )  # fmt: skip


def _amounts(edition: EditionFacts) -> Iterator[Amount]:
    for page, concept in enumerate(("revenue", "expenditure", "balance", "debt"), 3):
        rub = round(1e9 + 9e11 * _share(edition.id, concept))
        sha, year = edition.files[0].sha256, edition.fiscal_year
        yield Amount(edition.id, concept, year, rub, QUOTE, sha, f"page={page}", "plan")


def _findings(wave: int, rubric: Rubric, region: Region, seen: list[Capture]) -> Iterator[Finding]:
    good = [c for c in seen if c.sha256]
    for criterion in rubric.criteria:
        for stage in criterion.stages:
            luck = _share(wave, rubric.id, region.id, criterion.id, stage)
            proof = tuple(_proof(good[int(luck * 40) + n], n + 1) for n in range(3))
            if luck > 0.93:
                said = Answered(Status.UNKNOWN, None, 0, 1, "no-text-layer", proof)
            else:
                value = round(luck / 0.93 * 4) / 4
                said = Answered(Status.MEASURED, value, value, value, "", proof)
            short = said.value is not None and said.value < 1
            yield Finding(
                region.id, str(wave), rubric.id, criterion.id, Stage(stage), said,
                "Добавьте страницу с суммами: доходы, расходы, дефицит." if short else "",
                "Add a page with the sums: revenue, expenditure, balance." if short else "",
            )  # fmt: skip


def _sign(wave: int, region: Region, seen: list[Capture]) -> Sign:
    met = _share(wave, region.id, "signal") > 0.7
    told = Told(
        Holds.MET if met else Holds.UNMET, "Суммы расходятся.", "The sums disagree.",
        (_proof(seen[0], 1),) if met else (),
    )  # fmt: skip
    return Sign(region.id, str(wave), Stage.ADOPTED, Signal.SUMS_DISAGREE, told)


def _health(run: Run, region: Region) -> SourceHealth:
    return SourceHealth(
        run.id, region.id, str(region.home), 9, 3, 53, 15, run.started,
        (("ok", 53), ("timeout", 7)), PAGES, 2_000_000,
    )  # fmt: skip
