"""An account as plain values, for --json."""

from dataclasses import asdict

from budgetwatch.account import Account, Cost, Line
from budgetwatch.chain import Follower, Link
from scoring.judgement import Judgement
from scoring.model import Answered, Evidence
from scoring.rubric import Rubric
from scoring.tables.cells import points, share


def plain(told: Account, judgement: Judgement, rubric: Rubric) -> dict[str, object]:
    """The region's total, place and lines; scores are rounded as they are when published."""
    total, rank = told.total, told.rank
    return {
        "region": told.facts.region.id,
        "wave": judgement.wave,
        "as_of": judgement.as_of.isoformat(),
        "rubric": rubric.id,
        "blind": told.facts.blind,
        "score": {
            "value": None if total.value is None else points(total.value),
            "low": points(total.low),
            "high": points(total.high),
            "coverage": share(total.coverage),
        },
        "place": None if rank is None else {**_place(rank.rank_low, rank.rank_high, told.ranked)},
        "criteria": [line(one) for one in told.lines],
    }


def _place(low: int, high: int, ranked: int) -> dict[str, int]:
    return {"best": low, "worst": high, "of": ranked}


def line(told: Line) -> dict[str, object]:
    """A question with its answers."""
    return {
        "criterion": told.criterion.id,
        "dimension": told.criterion.dimension,
        "weight": told.criterion.weight,
        "question": told.criterion.question.model_dump(),
        "lost": points(told.lost),
        "open": points(told.open),
        "answers": [_cost(cost) for cost in told.costs],
    }


def _cost(cost: Cost) -> dict[str, object]:
    finding = cost.finding
    return {
        "finding": finding.id,
        "stage": str(finding.stage),
        **answer(finding.answered),
        "advice_ru": finding.advice_ru,
        "advice_en": finding.advice_en,
        "lost": points(cost.lost),
        "open": points(cost.open),
    }


def answer(told: Answered) -> dict[str, object]:
    """What a check said, without its proof."""
    return {
        "status": str(told.status),
        "value": None if told.value is None else share(told.value),
        "low": share(told.low),
        "high": share(told.high),
        "reason": told.reason,
        "reason_en": told.reason_en,
    }


def chain(told: Line, follower: Follower, *, page: bool) -> list[dict[str, object]]:
    """The answers of a question, each with its evidence followed to the bytes."""
    return [
        {
            **_cost(cost),
            "evidence": [
                _link(follower, piece, page=page) for piece in cost.finding.answered.evidence
            ],
        }
        for cost in told.costs
    ]


def _link(follower: Follower, piece: Evidence, *, page: bool) -> dict[str, object]:
    found: Link = follower.follow(piece)
    record = found.record
    told: dict[str, object] = {
        **asdict(piece),
        "capture": None if found.capture is None else asdict(found.capture),
        "record": None if record is None else {**asdict(record), "file": record.file.as_posix()},
    }
    if page:
        where, lines = follower.page(found)
        told["page"] = {"locator": where, "text": "\n".join(lines)}
    return told
