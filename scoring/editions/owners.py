"""Whose budget a paper is about: the region's, a town's, the country's or a neighbour's."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from crawler.model import Region
from scoring.editions.clues import Clues
from scoring.editions.lookalikes import NotEdition
from scoring.language.ru.folded import any_of, folded

_DISTRICT = (
    r"^\W*[а-я-]{4,}(?:ый|ий|ой)\s+район\b",
    r"(?:для граждан\"?|\bбюджет\w{0,2}|администраци\w+)\s+(?!кажд|наш|сво|эт|люб|друг|отдельн)"
    r"[а-я-]{4,}(?:ого|его)\s+района\b",
)
_MUNICIPAL = any_of(
    r"муниципальн(?:ого|ый|ому|ом)\s|городск(?:ого|ой|ому)\s+(?:округ|поселени)",
    r"для граждан\"?\s+(?:по |в )?муниципальн\w+\s+(?:образовани|округ|район)",
    r"сельск\w+\s+поселени|(?:внутри)?городск\w+\s+район|[а-я-]+ского\s+(?:района|г\.\s?о)",
    r"администраци\w+\s+(?:г\.|города|района|[а-я-]+ого\s+(?:муниципал|городск|район|округа))",
    r"решени\w*\s+(?:[а-я-]+\s+){0,4}(?:думы|совета|собрания)",
    r"бюджет\w*\s+(?:района|поселения|муниципал)|местн\w+ бюджет",
    *_DISTRICT,
)
_TOWN = any_of(
    r"бюджет\w*\s+(?:города|г\.)\s*[а-я]|(?:городск|районн)\w+\s+бюджет|жител\w+\s+города\s",
    r"для\s+граждан\"?\s+(?:города|г\.|пос[её]лка|села)\s*[а-я]",
)
_OF_A_DISTRICT = any_of(*_DISTRICT)
_MUNICIPAL_HEAD = any_of(r"муниципальн\w+|городск\w+ округ\w*|местн\w+ бюджет\w*|район\w{0,2}\b")
_FEDERAL = any_of(
    r"федеральн\w+\s+бюджет|минфин\w*\s+россии|министерств\w+\s+финансов\s+российской\s+федерации",
    r"федеральн\w+\s+закон\w*\s+[^\n]{0,40}о\s+(?:федеральном\s+)?бюджете",
    r"бюджет\w*\s+российской\s+федерации\s",
)
_REGIONAL = re.compile(
    r"\b(?:областн|краев|республиканск|окружн)\w+\s+бюджет"
    r"|\bбюджет\w{0,2}\s+(?:(?!городск|муниципальн|сельск)[а-я-]+\s+)?"
    r"(?:области|края|республики|округа)\b"
)
_FUND = any_of(
    r"(?:территориальн\w+\s+)?фонд\w?\s+обязательного\s+(?:медицинского|социального)|\b(?:т?фомс)\b",
    r"(?:социальн|пенсионн)\w+\s+фонд\w?\s+(?:российской|россии|рф)",
    r"(?:бюджет\w?|смет\w)\s+(?:[а-я]+\s+){0,2}(?:университет|институт|колледж|школ(?!ьник)|больниц|"
    r"поликлиник|учреждени|детск\w+ сад)\w*",
)
_REGION_WORDS = any_of(
    r"([а-я-]{4,}(?:ск|цк|н|в)(?:ая|ой|ого|ий|ый|ому|ом|ую))\s+"
    r"(?:автономн\w+\s+)?(?:област|кра[йяюе]\b|республик|округ\w?\b)",
    r"республик[аиеу]\s+([а-я-]{3,})",
)
_NOT_NAMES = re.compile(
    r"^(?:наш|сво|эт|дан|кажд|автономн|российск|всей|родн|муниципальн|городск|"
    r"соответствующ|федеральн|сельск|внутригородск|юг|бюдж|закон|"
    # "Правительством края" ends as an adjective does.
    r"[а-я-]*ством$)"
)
_GENERIC = re.compile(r"область|край|республика|автономн(?:ый|ая)|округ|город|народная")
_ENDING = re.compile(r"(?:ская|ский|цкая|цкий|ая|яя|ий|ый|ой|ое|ия|ья|[аеийоуыэюяь])$")


@dataclass(frozen=True, slots=True)
class _Heard:
    """What is said of a paper, as written and folded; whether it names the region."""

    text: str
    plain: str
    mine: bool
    city: bool


def others(clues: Clues, region: Region) -> tuple[NotEdition, str] | None:
    """Whose budget it is when it is not the region's: a town's, the country's, a neighbour's."""
    said = "\n".join((clues.cover_text, clues.title if not clues.is_page else ""))
    near = "\n".join((clues.link_text, clues.context[:300]))
    own = stems(region.name.ru)
    for text in (said, near):
        plain = folded(text)
        heard = _Heard(text, plain, any(stem in plain for stem in own), _city(region))
        for reason, test in _OWNERS:
            if quote := test(heard):
                return reason, quote
    nearest = folded(clues.above[0]) if clues.above else ""
    if not any(stem in folded(said) for stem in own) and (m := _MUNICIPAL_HEAD.search(nearest)):
        return NotEdition.MUNICIPAL, m[0]
    return None


def stems(name: str) -> tuple[str, ...]:
    """The unchanging beginnings of a region's name: "Тверская область" -> ("тверск",)."""
    words = (w for w in re.findall(r"[а-я-]{3,}", folded(name)) if not _GENERIC.fullmatch(w))
    return tuple(dict.fromkeys(_stem(word) for word in words))


def _fund(heard: _Heard) -> str:
    """A fund or an institution of the region has a budget of its own."""
    match = _FUND.search(heard.plain)
    return match[0] if match and not _REGIONAL.search(heard.plain) else ""


def _municipal(heard: _Heard) -> str:
    town = None if heard.city else _TOWN.search(heard.plain)
    match = town or _MUNICIPAL.search(heard.plain)
    return match[0] if match and not _REGIONAL.search(heard.plain) else ""


def of_a_place(clues: Clues, region: Region) -> bool:
    """Is a page titled as the budget of one town or district?"""
    title = folded("\n".join(block.text for block in clues.names))
    town = None if _city(region) else _TOWN.search(title)
    return bool(town or _OF_A_DISTRICT.search(title))


def _federal(heard: _Heard) -> str:
    match = None if heard.mine else _FEDERAL.search(heard.plain)
    return match[0] if match and not _REGIONAL.search(heard.plain) else ""


def _neighbour(heard: _Heard) -> str:
    """Another region's name; a word that begins small names none ("республика бюджеты")."""
    if heard.mine:
        return ""
    for match in _REGION_WORDS.finditer(heard.plain):
        group = 1 if match[1] else 2
        proper = heard.text[match.start(group)].isupper()
        if proper and not _NOT_NAMES.match(match[group]):
            return match[0]
    return ""


_OWNERS: tuple[tuple[NotEdition, Callable[[_Heard], str]], ...] = (
    (NotEdition.OTHER_BODY, _fund),
    (NotEdition.MUNICIPAL, _municipal),
    (NotEdition.FEDERAL, _federal),
    (NotEdition.OTHER_REGION, _neighbour),
)


def _city(region: Region) -> bool:
    """Is the region a city, whose budget is no town's?"""
    name = folded(region.name.ru)
    return name.startswith("город ") or not re.search(r"област|край|республик|округ", name)


def _stem(word: str) -> str:
    cut = _ENDING.sub("", word)
    return cut if len(cut) >= 4 else word
