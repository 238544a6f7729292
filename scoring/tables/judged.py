"""Rows of what was concluded: what was owed, findings with evidence, scores, ranks."""

from collections.abc import Iterator

from scoring.model import Finding
from scoring.release import Release
from scoring.sign import Sign
from scoring.tables.cells import Row, numbered, pointer, points, share


def due(release: Release) -> Iterator[Row]:
    """One row a stage a region owed in a wave, with the edition that was found for it."""
    found = {(e.region, e.stage, e.fiscal_year): e.id for e in release.editions.values()}
    for (region, wave), facts in release.facts.items():
        for owed in facts.due:
            yield {
                "region": region,
                "wave": wave,
                "stage": str(owed.stage),
                "fiscal_year": owed.fiscal_year,
                "event": owed.event.isoformat(),
                "assumed": int(owed.assumed),
                "full_until": owed.full_until.isoformat(),
                "half_until": owed.half_until.isoformat(),
                "edition": found.get((region, owed.stage, owed.fiscal_year)),
            }


def sights(release: Release) -> Iterator[Row]:
    """One row a region in a wave: could absence be proved?"""
    for (region, wave), facts in release.facts.items():
        yield {
            "region": region,
            "wave": wave,
            "blind": facts.blind,
            "searched": len(facts.searched),
            "troubles": len(facts.troubles),
        }


def refusals(release: Release) -> Iterator[Row]:
    """One row a document that looked like an edition and was not taken for one."""
    for (region, wave), facts in release.facts.items():
        yield from numbered(
            {"region": region, "wave": wave, "reason": r.reason, **pointer(r.evidence)}
            for r in facts.refusals
        )


def _findings(release: Release) -> Iterator[Finding]:
    for judgement in release.judgements:
        yield from judgement.findings


def findings(release: Release) -> Iterator[Row]:
    """One row an answer: one criterion, one stage, one region."""
    for f in _findings(release):
        answer = f.answered
        yield {
            "id": f.id,
            "region": f.region,
            "wave": f.wave,
            "rubric": f.rubric,
            "criterion": f.criterion,
            "stage": str(f.stage),
            "status": str(answer.status),
            "value": None if answer.value is None else share(answer.value),
            "low": share(answer.low),
            "high": share(answer.high),
            "reason": answer.reason,
            "reason_en": answer.reason_en,
            "advice_ru": f.advice_ru,
            "advice_en": f.advice_en,
        }


def evidence(release: Release) -> Iterator[Row]:
    """One row a pointer of a finding."""
    for f in _findings(release):
        yield from numbered({"finding": f.id, **pointer(e)} for e in f.answered.evidence)


def scores(release: Release) -> Iterator[Row]:
    """One row a dimension of a region, and one for the total."""
    for judgement in release.judgements:
        for s in judgement.scores:
            yield {
                "region": s.region,
                "wave": s.wave,
                "rubric": s.rubric,
                "dimension": s.dimension,
                "value": None if s.value is None else points(s.value),
                "low": points(s.low),
                "high": points(s.high),
                "coverage": share(s.coverage),
                "ranked": int(s.ranked),
            }


def ranks(release: Release) -> Iterator[Row]:
    """One row a region that is ranked."""
    for judgement in release.judgements:
        for r in judgement.ranks:
            yield {
                "region": r.region,
                "wave": r.wave,
                "rubric": r.rubric,
                "rank": r.rank,
                "rank_low": r.rank_low,
                "rank_high": r.rank_high,
                "band": r.band,
            }


def signals(release: Release) -> Iterator[Row]:
    """One row a sign of imitation that is there."""
    for sign in _signs(release):
        if sign.met:
            yield {"id": sign.id, **_asked(sign), "detail": sign.told.ru, "detail_en": sign.told.en}


def signal_answers(release: Release) -> Iterator[Row]:
    """One row a signal that was asked for, whatever the answer."""
    for sign in _signs(release):
        told = sign.told
        yield {**_asked(sign), "holds": str(told.holds), "reason": told.ru, "reason_en": told.en}


def signal_evidence(release: Release) -> Iterator[Row]:
    """One row a pointer of a sign that is there."""
    for sign in _signs(release):
        if sign.met:
            yield from numbered({"signal": sign.id, **pointer(e)} for e in sign.told.evidence)


def _signs(release: Release) -> Iterator[Sign]:
    """Each sign once: of several judgements of a wave the newest is heard."""
    yield from {sign.id: sign for j in release.judgements for sign in j.signs}.values()


def _asked(sign: Sign) -> Row:
    return {
        "region": sign.region,
        "wave": sign.wave,
        "stage": str(sign.stage),
        "signal": str(sign.signal),
    }
