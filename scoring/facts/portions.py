"""Shares told without a percent sign: every third rouble, a quarter, 31 kopecks of a rouble."""

import re
from collections.abc import Iterator

_ORDINALS = (
    "втор", "трет", "четверт", "пят", "шест",
    "седьм", "восьм", "девят", "десят",
)  # fmt: skip
_ORDINAL = "|".join(_ORDINALS)
_EVERY = re.compile(rf"\bкажд\w+ (?P<n>{_ORDINAL})\w* (?:[а-я]+ ){{0,2}}рубл\w*")
_PART = re.compile(
    rf"\b(?:(?P<times>\d)\s+)?(?:(?P<half>половин[аыуе]|полбюджета)|(?P<third>трет[ьи])|"
    rf"(?P<quarter>четверт[ьи])|(?P<n>{_ORDINAL})\w+ (?:част|дол)\w+)\b"
)
_PART_SIGNS = ("половин", "полбюджета", "трет", "четверт", " част", " дол")
"""Of a part every way to say it has one at least: most sentences have none."""
PART_STEMS = tuple(sign.strip() for sign in _PART_SIGNS)
"""The same of a text whose lines are not joined yet: it asks whether money is spoken of."""
# "Половина из них - субвенции, треть - субсидии": parts of what was told before.
_OF_IT = re.compile(r"(?: из (?:них|нее|него)| эт\w+ (?:денег|сумм\w))?\s*(?:-|,|на\b|это\b)")
_OF_MONEY = re.compile(
    r"расход|доход|бюджет|денег|деньг|средств|\bтрат|казн|рубл|долг|кошель|поступлен"
)
_KOPECKS = re.compile(
    r"(?P<n>\d+(?:,\d+)?)\s+копе\w+(?: [а-я]+){0,3} (?:с|со|на|от|в|из) (?:кажд\w+ |одного |"
    r"1 )?рубл\w*"
    r"|\b(?:с|на|от|в|из) кажд\w+ (?:[а-я]+ )?рубл\w+(?: [а-я]+){0,4} (?P<m>\d+(?:,\d+)?)\s+копе\w+"
)
_OF_ROUBLE = re.compile(
    r"\b(?:кажд\w+|одн\w+|1) (?:[а-я]+ ){0,2}рубл|"
    r"\b(?:из|наш\w*|бюджетн\w+|казенн\w+|государственн\w+) (?:[а-я]+ ){0,2}рубл(?:ь|я|е|ю)\b|"
    r"\bрубл(?:ь|я|е|ю) (?:доход|расход|бюджет|налог|трат|по копе)|\bв рубле\b|"
    r"\b(?:куда|на что) (?:[а-я]+ ){0,2}рубль\b|"
    r"\b(?:разлож|разрез|нарез|раздел|раздроб|размен|режем|делим)"
    r"[а-я]* (?:[а-я]+ )?рубль\b|\bрубль (?:[а-я]+ )?(?:делит|разлож|разрез|раздел|пойд|"
    r"ид[еу]т|уход|уйд|трат)"
)
_COINS = re.compile(r"(?P<n>\d+(?:,\d+)?)\s+коп(?:е\w+|\.|\b)")
# "Тридцать копеек в школы. Двадцать на пособия, девять на жильё": the coin is named once.
_BARE_COINS = re.compile(
    r"(?:(?:^|[.,;:]|\bи|\bа|\bеще)\W*(?P<n>\d{1,2})"
    r"(?= (?:(?:на|в|во|за|из|от)\b|-))|"
    r"- (?P<m>\d{1,2})(?=\s*(?:$|[.;,](?!\d))))(?! в \d)"
)
_OF_HUNDRED = re.compile(
    r"(?P<n>\d{1,2}(?:,\d+)?)\s+рубл\w*(?: [а-я]+){0,3} (?:из|на|с|от) (?:кажд\w+ )?"
    r"(?:100(?! ?(?:млн|млрд|тыс))(?:\s+рубл\w*)?|сотн\w+)"
)


def parts_a_rouble(plain: str) -> bool:
    """Is a folded text about what one rouble is made of, or goes for?"""
    return _OF_ROUBLE.search(plain) is not None


def tells_a_part(plain: str) -> bool:
    """May a folded text tell a share without any digit?"""
    return "кажд" in plain or any(sign in plain for sign in _PART_SIGNS)


def portions(
    plain: str, *, money: bool = False, rouble: bool = False
) -> Iterator[tuple[float, int, int]]:
    """(percent, start, end) of each share in a folded text whose worded numbers are digits.

    A bare "треть" counts only in a sentence that speaks of money, or where ``money`` was spoken of
    before. Kopecks are shares where the text itself, or what stands around, parts a ``rouble``.
    """
    for match in _EVERY.finditer(plain) if "кажд" in plain else ():
        yield 100 / (_ORDINALS.index(match["n"]) + 2), match.start(), match.end()
    kopecks = "копе" in plain
    parted = rouble or (kopecks and parts_a_rouble(plain))
    coins = (_COINS, _BARE_COINS) if parted else (_KOPECKS,) if kopecks else ()
    hundred = (_OF_HUNDRED,) if "100" in plain or "сотн" in plain else ()
    for pattern in (*coins, *hundred):
        for match in pattern.finditer(plain):
            told = next(filter(None, match.groups()))
            yield float(told.replace(",", ".")), match.start(), match.end()
    if not any(sign in plain for sign in _PART_SIGNS):
        return
    own = _OF_MONEY.search(plain) is not None
    for match in _PART.finditer(plain) if own or money else ():
        if own or _OF_IT.match(plain, match.end()):
            yield _part(match), match.start(), match.end()


def _part(match: re.Match[str]) -> float:
    times = float(match["times"] or 1)
    if match["half"]:
        return 50.0
    whole = 3 if match["third"] else 4 if match["quarter"] else _ORDINALS.index(match["n"]) + 2
    return round(100 * times / whole, 1)
