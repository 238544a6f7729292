"""The signals of imitation about regions, each with the places it rests on."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from datasette_config.findings import Proof, proof
from datasette_config.rating import Rating
from datasette_config.reading import Database

_SIGNALS = """
select id, stage, signal, detail, detail_en from signals
where region = :region and wave = :wave order by signal, stage, id
"""
_EVIDENCE = """
select e.signal as finding, e.position, e.url, e.sha256, e.locator,
    substr(e.quote, 1, :quoted + 1) as quote, e.capture, c.fetched_at, c.outcome, c.media_type,
    c.warc_file, c.warc_offset
from signal_evidence e join signals s on s.id = e.signal left join captures c on c.id = e.capture
where s.region = :region and s.wave = :wave order by e.signal, e.position
"""
_COUNTS = "select region, count(*) from signals where wave = :wave group by region"
_CITED = 4
_QUOTED = 300


@dataclass(frozen=True, slots=True)
class Signal:
    """One signal; ``detail`` is what was measured, in Russian; ``proofs`` are the first places."""

    id: str
    stage: str
    signal: str
    detail: str
    detail_en: str
    proofs: Sequence[Proof]


async def signals(db: Database, rating: Rating, region: str) -> Sequence[Signal]:
    """Every signal about a region in the wave."""
    which = {"region": region, "wave": rating.wave, "quoted": _QUOTED}
    proofs: dict[str, list[Proof]] = {}
    for row in await db.execute(_EVIDENCE, which):
        proofs.setdefault(row["finding"], []).append(proof(row, _QUOTED))
    return [
        Signal(
            row["id"],
            row["stage"],
            row["signal"],
            row["detail"],
            row["detail_en"],
            proofs.get(row["id"], [])[:_CITED],
        )
        for row in await db.execute(_SIGNALS, which)
    ]


async def counts(db: Database, wave: str) -> Mapping[str, int]:
    """How many signals each region has in the wave."""
    return dict(tuple(row) for row in await db.execute(_COUNTS, {"wave": wave}))
