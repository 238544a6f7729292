"""How all regions do on one criterion: the best first, and what good answers look like."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from sqlite3 import Row

from datasette_config.asked import Asked
from datasette_config.criteria import Criterion, criteria, stage_weights
from datasette_config.findings import ANSWERED, Answer, Proof, answer, proof

_FINDINGS = f"""
select {ANSWERED}, f.region, r.name_ru, r.name_en
from findings f join regions r on r.id = f.region
where f.wave = :wave and f.rubric = :rubric and f.criterion = :criterion
"""  # noqa: S608 - our own words
# The full answers that have words to show, one for a region.
_EXAMPLES = """
select f.region, f.stage, r.name_ru, r.name_en, e.finding, e.position, e.url, e.sha256, e.locator,
    substr(e.quote, 1, :quoted + 1) as quote, e.capture, c.fetched_at, c.outcome, c.media_type,
    c.warc_file, c.warc_offset
from findings f join regions r on r.id = f.region
join evidence e on e.finding = f.id and e.position = (
    select min(position) from evidence where finding = f.id and quote <> '')
left join captures c on c.id = e.capture
where f.wave = :wave and f.rubric = :rubric and f.criterion = :criterion and f.value >= 1
    and f.status = 'measured'
group by f.region order by length(e.quote) desc, f.region limit :most
"""
_MOST_EXAMPLES = 3
_QUOTED = 420


@dataclass(frozen=True, slots=True)
class Record:
    """One region's answers by stage; ``value`` is their weighted mean 0..1, None when unknown."""

    region: str
    names: Mapping[str, str]
    value: float | None
    answers: Mapping[str, Answer]


@dataclass(frozen=True, slots=True)
class Example:
    """A full answer and the words it rests on."""

    region: str
    names: Mapping[str, str]
    stage: str
    proof: Proof


@dataclass(frozen=True, slots=True)
class CriterionPage:
    """A criterion: ``verdicts`` counts regions by stage and verdict; ``records`` best first."""

    criterion: Criterion
    verdicts: Mapping[str, Mapping[str, int]]
    records: Sequence[Record]
    examples: Sequence[Example]


async def read(asked: Asked) -> CriterionPage | None:
    """All regions on a criterion; None when the rubric does not ask it."""
    db, rating, wanted = asked.db, asked.rating, asked.place["criterion"]
    found = next((c for c in await criteria(db, rating.rubric) if c.id == wanted), None)
    if found is None:
        return None
    which = {"wave": rating.wave, "rubric": rating.rubric, "criterion": wanted}
    names: dict[str, Mapping[str, str]] = {}
    by_region: dict[str, dict[str, Answer]] = {}
    for row in await db.execute(_FINDINGS, which):
        names[row["region"]] = _names(row)
        by_region.setdefault(row["region"], {})[row["stage"]] = answer(row)
    weights = await stage_weights(db, rating.rubric)
    records = [Record(r, names[r], _mean(a, weights), a) for r, a in by_region.items()]
    records.sort(key=lambda r: (r.value is None, -(r.value or 0), r.names[asked.lang]))
    shown = {**which, "quoted": _QUOTED, "most": _MOST_EXAMPLES}
    examples = [
        Example(row["region"], _names(row), row["stage"], proof(row, _QUOTED))
        for row in await db.execute(_EXAMPLES, shown)
    ]
    return CriterionPage(found, _verdicts(found, records), records, examples)


def _mean(answers: Mapping[str, Answer], weights: Mapping[str, float]) -> float | None:
    known = [(weights.get(s, 0), a.value) for s, a in answers.items() if a.value is not None]
    whole = sum(weight for weight, _ in known)
    return sum(weight * value for weight, value in known) / whole if whole else None


def _verdicts(criterion: Criterion, records: Sequence[Record]) -> dict[str, dict[str, int]]:
    counts: dict[str, dict[str, int]] = {stage: {} for stage in criterion.stages}
    for record in records:
        for stage, said in record.answers.items():
            of_stage = counts.setdefault(stage, {})
            of_stage[said.verdict] = of_stage.get(said.verdict, 0) + 1
    return counts


def _names(row: Row) -> Mapping[str, str]:
    return {"ru": row["name_ru"], "en": row["name_en"]}
