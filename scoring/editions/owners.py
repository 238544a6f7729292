"""Whose budget a paper is about: the region's, a town's, the country's or a neighbour's."""

import re
from collections.abc import Callable

from crawler.model import Region
from scoring.editions.clues import Clues
from scoring.editions.lookalikes import NotEdition
from scoring.language.ru.folded import any_of, folded

_MUNICIPAL = any_of(
    r"муниципальн(?:ого|ый|ому|ом)\s|городск(?:ого|ой|ому)\s+(?:округ|поселени)",
    r"для граждан\"?\s+(?:по |в )?муниципальн\w+\s+(?:образовани|округ|район)",
    r"сельск\w+\s+поселени|(?:внутри)?городск\w+\s+район|[а-я-]+ского\s+(?:района|г\.\s?о)",
    r"администраци\w+\s+(?:г\.|города|района|[а-я-]+ого\s+(?:муниципал|городск|район|округа))",
    r"решени\w*\s+(?:[а-я-]+\s+){0,4}(?:думы|совета|собрания)",
    r"бюджет\w*\s+(?:района|поселения|муниципал)|местн\w+ бюджет",
)
_TOWN = any_of(
    r"бюджет\w*\s+(?:города|г\.)\s*[а-я]|(?:городск|районн)\w+\s+бюджет|жител\w+\s+города\s"
)
_MUNICIPAL_HEAD = any_of(r"муниципальн\w+|городск\w+ округ\w*|местн\w+ бюджет\w*|район\w{0,2}\b")
_FEDERAL = any_of(
    r"федеральн\w+\s+бюджет|минфин\w*\s+россии|министерств\w+\s+финансов\s+российской\s+федерации",
    r"федеральн\w+\s+закон\w*\s+[^\n]{0,40}о\s+федеральном\s+бюджете",
    r"бюджет\w*\s+российской\s+федерации\s",
)
_REGION_WORDS = any_of(
    r"([а-я-]{4,}(?:ск|цк|н|в)(?:ая|ой|ого|ий|ый|ому|ом|ую))\s+"
    r"(?:автономн\w+\s+)?(?:област|кра[йяюе]\b|республик|округ\w?\b)",
    r"республик[аиеу]\s+([а-я-]{3,})",
)
_NOT_NAMES = re.compile(
    r"^(?:наш|сво|эт|дан|кажд|автономн|российск|всей|родн|муниципальн|городск|"
    r"соответствующ|федеральн|сельск|внутригородск|юг)"
)
_GENERIC = re.compile(r"область|край|республика|автономн(?:ый|ая)|округ|город|народная")
_ENDING = re.compile(r"(?:ская|ский|цкая|цкий|ая|яя|ий|ый|ой|ое|ия|ья|[аеийоуыэюяь])$")


def others(clues: Clues, region: Region) -> tuple[NotEdition, str] | None:
    """Whose budget it is when it is not the region's: a town's, the country's, a neighbour's."""
    said = "\n".join((clues.cover_text, clues.title if not clues.is_page else ""))
    near = "\n".join((clues.link_text, clues.context[:300]))
    own = stems(region.name.ru)
    for text in (said, near):
        plain = folded(text)
        mine = any(stem in plain for stem in own)
        for reason, test in _OWNERS:
            if quote := test(plain, mine, region):
                return reason, quote
    nearest = folded(clues.above[0]) if clues.above else ""
    if not any(stem in folded(said) for stem in own) and (m := _MUNICIPAL_HEAD.search(nearest)):
        return NotEdition.MUNICIPAL, m[0]
    return None


def stems(name: str) -> tuple[str, ...]:
    """The unchanging beginnings of a region's name: "Тверская область" -> ("тверск",)."""
    words = (w for w in re.findall(r"[а-я-]{3,}", folded(name)) if not _GENERIC.fullmatch(w))
    return tuple(dict.fromkeys(_stem(word) for word in words))


def _municipal(plain: str, mine: bool, region: Region) -> str:  # noqa: FBT001 - one of a table of tests
    town = None if _city(region) else _TOWN.search(plain)
    regional = re.search(r"\b(?:областн|краев|республиканск|окружн)\w+\s+бюджет", plain)
    match = town or _MUNICIPAL.search(plain)
    return match[0] if match and not regional else ""


def _federal(plain: str, mine: bool, region: Region) -> str:  # noqa: FBT001 - one of a table of tests
    match = None if mine else _FEDERAL.search(plain)
    return match[0] if match else ""


def _neighbour(plain: str, mine: bool, region: Region) -> str:  # noqa: FBT001 - one of a table of tests
    if mine:
        return ""
    names = ((m[1] or m[2], m[0]) for m in _REGION_WORDS.finditer(plain))
    return next((whole for name, whole in names if not _NOT_NAMES.match(name)), "")


_OWNERS: tuple[tuple[NotEdition, Callable[[str, bool, Region], str]], ...] = (
    (NotEdition.MUNICIPAL, _municipal),
    (NotEdition.FEDERAL, _federal),
    (NotEdition.OTHER_REGION, _neighbour),
)


def _city(region: Region) -> bool:
    name = folded(region.name.ru)
    return name.startswith("город ") or not re.search(r"област|край|республик|округ", name)


def _stem(word: str) -> str:
    cut = _ENDING.sub("", word)
    return cut if len(cut) >= 4 else word
