"""Invented regions and a judgement of them: every kind of finding, reason and evidence."""

import hashlib
from dataclasses import replace
from datetime import date

from crawler.model import Capture, Name, Outcome, Region, Run, Source, SourceHealth
from scoring.judgement import DocumentFacts, EditionFacts, FileFacts, Judgement, RegionFacts
from scoring.model import (
    Amount,
    Answered,
    Dated,
    Due,
    Evidence,
    Finding,
    Rank,
    Refusal,
    Score,
    Stage,
    Status,
)
from scoring.population import Residents
from scoring.rubric import Criterion, Rubric
from scoring.stretches import Stretch

WAVE, AS_OF, RUN = "2026", date(2026, 11, 23), "20261123T090000Z-invented"
YEAR = {Stage.DRAFT: 2027, Stage.ADOPTED: 2026, Stage.EXECUTED: 2025}

# id, names, latitude, longitude, quality 0..1 or why nothing was seen
Place = tuple[str, str, str, float, float, float | Outcome]

PLACES: tuple[Place, ...] = (
    ("lukomorye", "Лукоморский край", "Lukomorye Krai", 60.1, 32.0, 1.0),
    ("kitezh", "Китежская область", "Kitezh Oblast", 56.8, 45.1, 0.85),
    ("berendeevo", "Республика Берендеево", "Republic of Berendeyevo", 57.0, 38.9, 0.85),
    ("tridevyatoye", "Тридевятое царство", "Thrice-Nine Tsardom", 62.0, 74.0, 0.6),
    ("buyan", "Буянский автономный округ", "Buyan Autonomous Okrug", 65.5, 100.2, 0.4),
    ("glupov", "Город Глупов", "City of Glupov", 55.1, 37.4, 0.15),
    ("belovodye", "Беловодская область", "Belovodye Oblast", 50.2, 86.1, 0.0),
    ("zaozerye", "Заозёрная область", "Zaozerye Oblast", 53.0, 112.0, Outcome.DNS),
    ("svetloyar", "Светлоярский край", "Svetloyar Krai", 48.5, 135.2, Outcome.TIMEOUT),
    ("gvidon", "Республика Гвидония", "Republic of Gvidon", 45.1, 41.0, Outcome.BLOCKED),
    ("murom", "Муромская область", "Murom Oblast", 51.2, 39.3, Outcome.CONNECTION),
)


def sha(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def region(place: Place) -> Region:
    slug, ru, en, latitude, longitude, _ = place
    home = f"http://minfin.{slug}.invalid/"
    return Region.model_validate(
        {
            "id": slug,
            "name": Name(ru=ru, en=en),
            "iso_3166_2": f"XX-{slug[:3].upper()}",
            "federal_district": Name(ru="Сказочный", en="Fairy"),
            "latitude": latitude,
            "longitude": longitude,
            "disputed": slug == "gvidon",
            "home": home,
            "sources": (Source.model_validate({"url": home + "budget-dlya-grazhdan/"}),),
        }
    )


def capture(where: Region, path: str, outcome: Outcome = Outcome.OK) -> Capture:
    url = f"{where.home}{path}"
    seen = outcome.readable
    return Capture(
        id=sha(url)[:16],
        run=RUN,
        region=where.id,
        url=url,
        final_url=url,
        fetched_at="2026-11-23T09:12:45Z",
        outcome=outcome,
        reason="" if seen else f"{outcome} at the first request",
        http_status=200 if seen else None,
        media_type="application/pdf" if path.endswith(".pdf") else "text/html",
        sha256=sha(url + "bytes") if seen else "",
        bytes=48_213 if seen else 0,
        warc_file="20261123-0001.warc.gz",
        warc_offset=len(url) * 1000,
        source=str(where.home),
        via=str(where.home) if path else "",
        clicks=1 if path else 0,
        link_texts=("Бюджет для граждан",) if path else (),
        promise=0.75,
        last_modified="",
        content_disposition="",
    )


def pointer(seen: Capture, locator: str = "", quote: str = "") -> Evidence:
    return Evidence(seen.id, seen.final_url, seen.sha256, locator, quote)


def due() -> tuple[Due, ...]:
    days = {
        Stage.DRAFT: (date(2026, 11, 1), date(2026, 11, 15), date(2026, 12, 31)),
        Stage.ADOPTED: (date(2025, 12, 31), date(2026, 1, 30), date(2026, 3, 31)),
        Stage.EXECUTED: (date(2026, 6, 1), date(2026, 6, 15), date(2026, 10, 31)),
    }
    return tuple(Due(s, YEAR[s], d[0], s is not Stage.ADOPTED, d[1], d[2]) for s, d in days.items())


def edition(where: Region, stage: Stage, brochure: Capture) -> EditionFacts:
    seen = pointer(brochure, "page=1", f"Бюджет для граждан на {YEAR[stage]} год")
    when = next(d.event for d in due() if d.stage is stage)
    return EditionFacts(
        id=f"{where.id}-{stage}-{YEAR[stage]}",
        region=where.id,
        stage=stage,
        fiscal_year=YEAR[stage],
        due=True,
        title=f"Бюджет для граждан. {where.name.ru}, {YEAR[stage]} год",
        url=brochure.final_url,
        published_earliest=when,
        published_latest=when,
        published_basis="printed",
        dated=(Dated("printed", when, when, pointer(brochure, "block=4", "Опубликовано")),),
        contradictions=(),
        why=seen,
        files=(FileFacts(brochure.sha256, brochure.final_url, "brochure", brochure.id),),
    )


def answer(quality: float | Outcome, number: int, seen: Capture, brochure: Capture) -> Answered:
    """A definite spread of answers: better regions give more of them in full."""
    if isinstance(quality, Outcome):
        return Answered(Status.UNKNOWN, None, 0, 1, str(quality), (pointer(seen),))
    if quality == 0:
        proof = (pointer(seen), pointer(brochure))
        return Answered(Status.MEASURED, 0.0, 0, 0, "no edition was found where it is due", proof)
    if number % 17 == 5:
        return Answered(Status.NOT_APPLICABLE, None, 0, 0, "the question does not arise", ())
    if number % 11 == 7:
        return Answered(Status.UNKNOWN, None, 0, 1, "encrypted", (pointer(brochure),))
    value = min(1.0, max(0.0, round(quality + ((number * 7) % 5 - 2) / 4 * (1 - quality), 4)))
    quote = "Доходы областного бюджета — 48 213,5 млн рублей, расходы — 51 000,0 млн рублей."
    return Answered(
        Status.MEASURED,
        value,
        value,
        value,
        "",
        (pointer(brochure, f"page={number % 9 + 1}", quote),),
    )


def score(
    where: Region, rubric: Rubric, dimension: str, criteria: list[Criterion], found: list[Finding]
) -> Score:
    weights = {c.id: c.weight for c in criteria}
    mine = [f for f in found if f.criterion in weights]
    asked = [f for f in mine if f.answered.status is not Status.NOT_APPLICABLE]
    known = [f for f in asked if f.answered.status is Status.MEASURED]
    whole = sum(weights[f.criterion] for f in asked) or 1
    seen = sum(weights[f.criterion] for f in known)
    total = sum(weights[f.criterion] * (f.answered.value or 0) for f in known)
    coverage = seen / whole
    return Score(
        where.id,
        WAVE,
        rubric.id,
        dimension,
        100 * total / seen if seen else None,
        100 * sum(weights[f.criterion] * f.answered.low for f in asked) / whole,
        100 * sum(weights[f.criterion] * f.answered.high for f in asked) / whole,
        coverage,
        coverage >= rubric.min_coverage,
    )


def scores(where: Region, rubric: Rubric, found: list[Finding]) -> list[Score]:
    all_of_them = [score(where, rubric, "total", list(rubric.criteria), found)]
    for dimension in rubric.dimensions:
        criteria = [c for c in rubric.criteria if c.dimension == dimension.id]
        all_of_them.append(score(where, rubric, dimension.id, criteria, found))
    return all_of_them


def ranks(rubric: Rubric, totals: list[Score]) -> tuple[Rank, ...]:
    ranked = sorted((s for s in totals if s.ranked), key=lambda s: -(s.value or 0))
    return tuple(
        Rank(
            s.region,
            WAVE,
            rubric.id,
            1 + sum((o.value or 0) > (s.value or 0) for o in ranked),
            1 + sum(o.low > s.high for o in ranked),
            sum(o.high >= s.low for o in ranked),
            next(
                b.id
                for b in sorted(rubric.bands, key=lambda b: -b.since)
                if (s.value or 0) >= b.since
            ),
        )
        for s in ranked
    )


def judgement(rubric: Rubric, places: tuple[Place, ...] = PLACES) -> Judgement:
    regions, captures, editions, findings, all_scores, amounts = [], [], [], [], [], []
    people = []
    for place in places:
        where, quality = region(place), place[-1]
        blind = str(quality) if isinstance(quality, Outcome) else ""
        home = capture(where, "", quality if isinstance(quality, Outcome) else Outcome.OK)
        brochure = replace(capture(where, "budget.pdf"), media_type="application/pdf")
        seen = [home] if blind else [home, brochure, capture(where, "gone", Outcome.NOT_FOUND)]
        captures += seen
        lookalike = Refusal(pointer(brochure, "page=1", "Закон о бюджете"), "law")
        regions.append(
            RegionFacts(
                where,
                due(),
                blind,
                () if blind else tuple(c.id for c in seen),
                (home.id,) if blind else (),
                () if blind else (lookalike,),
            )
        )
        if not blind and quality:
            editions += [edition(where, stage, brochure) for stage in Stage]
            law, said = f"{where.id}-adopted-2026", len(where.id)
            for concept, value, quote in (
                ("revenue", 48_213.5e6 + said * 1e9, "Доходы — 48 213,5 млн рублей"),
                ("expenditure", 51_000e6 + said * 1e9, "Расходы — 51 000,0 млн рублей"),
                ("per-resident", 40_100.0 + said, "На жителя — 40 100 рублей"),
            ):
                read = (2026, value, quote, brochure.sha256, "page=3")
                amounts.append(Amount(law, concept, *read))
            if where.id != "buyan":
                count = ("В области живёт 1 000 000 человек", brochure.sha256, "page=2")
                people.append(Residents(f"{where.id}-draft-2027", 2027, 1_000_000 + said, *count))
        number, mine = len(where.id), []
        for criterion in rubric.criteria:
            for stage in criterion.stages:
                number += 1
                said = answer(quality, number, home, brochure)
                lost = said.value is not None and said.value < 1
                mine.append(
                    Finding(
                        where.id, WAVE, rubric.id, criterion.id, Stage(stage), said,
                        "Добавьте страницу с суммами: доходы, расходы, дефицит." if lost else "",
                        "Add a page with the sums: revenue, expenditure, balance." if lost else "",
                    )
                )  # fmt: skip
        findings += mine
        all_scores += scores(where, rubric, mine)
    documents = tuple(
        DocumentFacts(
            sha256=c.sha256,
            media_type=c.media_type,
            title="Бюджет для граждан",
            pages=12,
            words=4200,
            pictures=9,
            text_layer_share=1.0,
            created="2026-01-12",
            modified="2026-01-12",
            unreadable="",
            detail="",
        )
        for c in captures
        if c.outcome.readable
    )
    return Judgement(
        wave=WAVE,
        as_of=AS_OF,
        rubric=rubric.id,
        regions=tuple(regions),
        captures=tuple(captures),
        documents=documents,
        editions=tuple(editions),
        amounts=tuple(amounts),
        residents=tuple(people),
        findings=tuple(findings),
        scores=tuple(all_scores),
        ranks=ranks(rubric, [s for s in all_scores if s.dimension == "total"]),
        runs=(Run(RUN, "2026-11-23T09:00:00Z", "2026-11-23T09:30:00Z", "budgetwatch/0.1.0", ()),),
    )


def stretches(judged: Judgement) -> tuple[Stretch, ...]:
    """The text of the pages that answers quote: each quote between two other lines."""
    pages: dict[tuple[str, str], list[str]] = {}
    for found in judged.findings:
        for piece in found.answered.evidence:
            if piece.quote and piece.sha256:
                said = pages.setdefault((piece.sha256, piece.locator), [])
                said += [piece.quote] if piece.quote not in said else []
    numbers: dict[str, int] = {}
    written = []
    for (sha256, locator), quotes in sorted(pages.items()):
        number = numbers.get(sha256, 0)
        numbers[sha256] = number + 1
        lines = ("Каждый ребёнок ходит в школу по хорошей дороге.", *quotes, "Дальше таблицы.")
        written.append(Stretch(sha256, number, locator, "\n".join(lines)))
    return tuple(written)


def health(judged: Judgement) -> tuple[SourceHealth, ...]:
    return tuple(
        SourceHealth(
            RUN, f.region.id, str(f.region.home), 3, 1, 0 if f.blind else 3, 0 if f.blind else 1,
            "" if f.blind else "2026-11-23T09:12:45Z",
            ((f.blind or "ok", 3),), 3, 0 if f.blind else 96_426,
            "3 pages were expected, none came" if f.blind else "",
        )
        for f in judged.regions
    )  # fmt: skip
