"""Definitions told one after another in a paragraph that no glossary's heading stands over."""

import re
from collections.abc import Iterator

from scoring.language.ru.folded import folded
from scoring.language.ru.meanings import defines
from scoring.language.ru.passing import spelt_out
from scoring.language.ru.signs import any_in
from scoring.language.ru.terms import is_term
from scoring.language.ru.words import dictionary
from scoring.remembered import of_text

_OPENS = re.compile(
    r"^\W*(?:(?:наш|кратк|маленьк|мини)\w*[ -])?(?:словар\w*|глоссари\w*|термины|слова|понятия|"
    r"сноски|расшифровка|определения|обозначения|непонятные слова|новые слова|трудные слова|"
    r"что значат слова|значения слов|поясним слова|поясняем слова|объясняем слова)\s*[.:-]\s+"
)
_TOLD = re.compile(
    r"^\W*(?:\d{1,2}[.)]\s*)?(?P<term>[а-яa-z-]+(?: [а-яa-z-]+){0,4}?)(?: \([^()]{1,60}\))?"
    r"(?: - (?:это )?|: |, это | это )(?P<meaning>[^\n]+?)\W*$"
)
_SIGNS = (" - ", ": ", " это ")
_WHAT = re.compile(r"(?:то|все|те|тот)(?: же)?,? (?:что|чего|чем|кто|где|куда|на что|за что)\b")
_NOT_NAMED = re.compile(r"^(?:главн|важн|нов|хорош|перв|втор|интересн|осталь|план на|смысл|суть)")
_OPPOSITE = re.compile(r"^(?:все )?наоборот$")
_CONTACT = re.compile(r"\d|@")
"""What a line under the words of a glossary has that is none: "Вёрстка: студия, (000) 77-77"."""
_STOP = re.compile(r"(?<=[.;!])\s+|\n")
_NEAR = 40
_THREE = 3
LONGEST = 4_000
"""Letters of a paragraph: a longer one is no list of words."""


@of_text
def series(text: str, *, glossary: bool = False) -> tuple[tuple[str, str], ...]:
    """(term, quote) of definitions that their neighbours or their own words tell to be such.

    "Термины. Дефицит: превышение расходов над доходами. Дотация: трансферт без цели" opens with
    a word of glossaries; of "Налог — обязательный платёж. Неналоговый доход — например, аренда"
    one defines by itself and the other is told alike; "Факт — то, что вышло на деле" needs none,
    nor does what stands under the heading of a ``glossary``.
    """
    if len(text) > LONGEST or not any_in(plain := folded(text), _SIGNS):
        return ()
    return tuple(_in_turn(text, plain, glossary=glossary))


def _in_turn(text: str, plain: str, *, glossary: bool) -> Iterator[tuple[str, str]]:
    opener = _OPENS.match(plain)
    told = list(_pairs(text[opener.end() if opener else 0 :]))
    sure = [quote for term, meaning, quote in told
            if is_term(term) and defines(meaning, named=False, glossary=False)]  # fmt: skip
    # "Субсидии: система водоотведения" lists what is paid for; a colon is a weaker sign.
    colons = sum(":" in quote[:_NEAR] for quote in sure)
    alike = len(told) > 1 and len(sure) > bool(colons)
    alike = alike or len({term for term, _, _ in told if _is_one(term)}) >= _THREE
    for term, meaning, quote in told:
        under = opener or (glossary and _CONTACT.search(meaning) is None)
        if under or (alike and is_term(term)) or (_WHAT.match(meaning) and _is_thing(term)):
            yield quote[: len(term)], quote


def _pairs(text: str) -> Iterator[tuple[str, str, str]]:
    for sentence in _STOP.split(text):
        quote = sentence.strip(' \t"«»-–—•.;')
        match = _TOLD.match(folded(quote))
        if match is None or not is_term(match["term"], glossary=True):
            continue
        meaning = match["meaning"]
        if spelt_out(quote[: len(match["term"])], meaning):
            continue
        if _OPPOSITE.match(meaning) or defines(meaning, named=True, glossary=True):
            yield match["term"], meaning, quote[match.start("term") :]


def _is_one(term: str) -> bool:
    """A term in the singular, as words are explained: "субсидия", not "субсидии" to be listed."""
    tag = dictionary().parse(term)[0].tag
    return "NOUN" in tag and {"sing", "nomn"} <= tag.grammemes and is_term(term)


def _is_thing(term: str) -> bool:
    """One or two words, the last a noun: "факт", not "главное"."""
    words = term.split()
    tag = dictionary().parse(words[-1])[0].tag
    return len(words) <= 2 and "NOUN" in tag and _NOT_NAMED.match(term) is None
