"""Grants explained by what they are given for: "Дотация приходит без указания, на что тратить"."""

import re
from collections.abc import Iterator

from scoring.language.ru.folded import any_of
from scoring.language.ru.signs import may_hold

_GRANT = re.compile(
    r"\b(?:дотаци|субсиди|субвенци|(?:межбюджетн\w+ |ины\w+ )?трансферт|бюджетн\w+ кредит|"
    r"безвозмездн\w+ (?:поступлени|помощ|перечислени))\w*"
)
FOR_WHAT = any_of(
    r"без указ|без условий|просто так|просто на жизнь|на любые (?:цели|нужды)|можно тратить",
    r"не (?:надо|нужно|придется) (?:возвращ|верну|отда)|не возвраща|безвозвратно|"
    r"не требу\w+ возврат",
    r"(?:возвращать|вернуть|отдавать) (?:их |ее |его )?не (?:надо|нужно|придется)",
    r"взаймы|под процент|под возврат|с возвратом|вернуть с|заем\b|под отчет",
    r"на общ(?:ее|ие) (?:дел|цел)|на дело\b|складчин|пополам|скидыва\w+|скинул|плат\w+ вместе",
    r"добав\w+ (?:и )?сво|и свои\w* (?:деньг|средств)|доплачива|при условии",
    r"свои\w* (?:деньг|средств)\w* (?:тоже|добав)",
    r"(?:на|по) (?:сво[ей]\w*|собственн\w+) усмотрени|на свои нужды",
    r"(?:куда|на что|как) (?:захо|хо[тч]|сочт)",
    r"сам[аио]?,? (?:реша|распоряжа|выбира)|распоряжа\w+ сам|куда нуж|\bто, (?:что|чего)\b",
    r"за (?:чужую |порученн\w+ )?(?:работ[уы]|поручени|переданн|порученн|чужие дела)|на переданн|"
    r"по поручени|поручил|передал\w* (?:дел|полном)",
    r"переданн\w+ (?:полномоч|дел)|чтобы (?:хват|выровн|выравн)|на эти деньги",
    r"на (?:определенн|конкретн|строго)\w+ (?:цел|нужд)|не име\w+ целев",
)
_STOP = re.compile(r"[.;!?\n]")
_KIND_OF = re.compile(
    r"(?:дотаци|субсиди|субвенци)[а-я]*\W{1,4}-\W{1,3}(?:это )?(?:[а-я]+(?:ые|ый|ая) )?$"
)
_KIND = 40
"""Letters before a grant's name in which the one it explains may stand."""
_NEAR = 60
"""Letters between a grant and the purpose that may still be its own."""


def grants(plain: str) -> Iterator[tuple[int, int, int, int]]:
    """(start, stop, since, end) of every grant of folded text that is told by its purpose.

    The grant's name stands at [start:stop], with its purpose at [since:end]. Of several in one
    sentence the purpose follows each, or stands before each: "вскладчину 5 (субсидии), за работу
    по поручению 9 (субвенции)".
    """
    for since, end in _sentences(plain) if may_hold(_GRANT, plain) else ():
        named = [m for m in _GRANT.finditer(plain, since, end) if not _is_kind(plain, m.start())]
        if named:
            yield from _told(plain, since, end, named)


def _is_kind(plain: str, start: int) -> bool:
    """Is a grant what another is called: "субсидии - трансферты на общее дело"?"""
    before = plain[max(0, start - _KIND) : start]
    return _KIND_OF.search(before) is not None


def _told(
    plain: str, since: int, end: int, named: list[re.Match[str]]
) -> Iterator[tuple[int, int, int, int]]:
    starts, stops = [m.start() for m in named], [m.end() for m in named]
    before = [(max(a, b - _NEAR), b) for a, b in zip([since, *stops], starts, strict=False)]
    after = [(a, min(b, a + _NEAR)) for a, b in zip(stops, [*starts[1:], end], strict=True)]
    leads = _purpose(plain, before[0]) and not _purpose(plain, after[-1])
    for match, around in zip(named, before if leads else after, strict=True):
        if _purpose(plain, around):
            yield (
                match.start(),
                match.end(),
                min(match.start(), around[0]),
                max(match.end(), around[1]),
            )


def _purpose(plain: str, where: tuple[int, int]) -> bool:
    return FOR_WHAT.search(plain, *where) is not None


def _sentences(plain: str) -> Iterator[tuple[int, int]]:
    at = 0
    for stop in _STOP.finditer(plain):
        yield at, stop.start()
        at = stop.end()
    yield at, len(plain)
