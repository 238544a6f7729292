"""One sum told of both sides: "сколько получим, столько и потратим, а именно 46 млрд рублей"."""

import re
from collections.abc import Sequence

from scoring.language.ru.folded import any_of
from scoring.totals.money import Sum

_CAME = r"(?:получ|собер|собр|заработ|поступ|прид|приш|доход)[а-я]*"
_WENT = r"(?:потрат|истрат|израсход|уйдет|уйдут|уш[лё]|расход|направ)[а-я]*"
_AS_MUCH = r",? (?:ровно )?столько(?: же)?,? (?:и )?(?:[а-я]+ ){0,2}"
_LIKE = r"\b(?:равн[аоы]|одинаков[а-я]*|совпада[а-я]+|так(?:ие|ими|их) же|столько же)\b"
_THE_TWO = r"(?:и те,? и другие|и тех,? и других|и то,? и другое)\b[^.!?\d]{0,20}"
""""Доходы равны расходам: и те и другие - 61 млрд"."""
_BOTH = any_of(
    rf"\bсколько (?:[а-я0-9]+ ){{0,4}}(?:{_CAME}(?: [а-я0-9]+){{0,4}}{_AS_MUCH}{_WENT}|"
    rf"{_WENT}(?: [а-я0-9]+){{0,4}}{_AS_MUCH}{_CAME})",
    rf"\bрасход[а-я]{{0,3}}\b[^.!?\d]{{0,40}}{_LIKE}[^.!?\d]{{0,20}}\bдоход[а-я]{{0,3}}\b"
    rf"[\s,:-]*(?:{_THE_TWO})?\d",
    rf"\bдоход[а-я]{{0,3}}\b[^.!?\d]{{0,40}}{_LIKE}[^.!?\d]{{0,20}}\bрасход[а-я]{{0,3}}\b"
    rf"[\s,:-]*(?:{_THE_TWO})?\d",
)
_EITHER_SIDE = any_of(
    r"\bи (?:в|по|на) доход[а-я]{1,3},? (?:и|так и) (?:в|по|на) расход[а-я]{1,3}\b",
    r"\bи (?:в|по|на) расход[а-я]{1,3},? (?:и|так и) (?:в|по|на) доход[а-я]{1,3}\b",
    r"\bкак (?:в|по) доход[а-я]{1,3},? так и (?:в|по) расход[а-я]{1,3}\b",
)
""""31,6 млрд рублей - и в доходах, и в расходах": whichever side of the sum it is told."""
_PART = re.compile(r"\b(?:на|по|от)\s(?!20\d\d|год|прогноз|план|закон|проект|этот|сумм)[а-я]")


def even(plain: str, found: Sequence[Sum]) -> Sum | None:
    """The one sum of a folded sentence that says as much comes in as goes out; else None."""
    if len(found) != 1 or ("стольк" not in plain and "доход" not in plain):
        return None
    said = _BOTH.search(plain)
    if _EITHER_SIDE.search(plain) and not _PART.search(plain[: found[0].start]):
        return found[0]
    if said is None or said.start() > found[0].start or _PART.search(plain[: found[0].start]):
        return None
    return found[0]
