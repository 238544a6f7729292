"""Terms explained in passing: in brackets, by "то есть", by a question, by what a grant is for."""

import re
from collections.abc import Iterator

from scoring.language.ru.called import CALLED
from scoring.language.ru.folded import folded
from scoring.language.ru.grants import grants
from scoring.language.ru.meanings import defines
from scoring.language.ru.otherwise import OR_ELSE, OTHERWISE
from scoring.language.ru.signs import any_in, may_hold
from scoring.language.ru.terms import is_term
from scoring.language.ru.words import dictionary
from scoring.remembered import of_text

_WORDS = r"\b[а-я-]{1,40}+(?: [а-я-]{1,40}+){0,3}"
_BRACKET = re.compile(rf"(?P<term>{_WORDS}) \((?P<meaning>[^()\d]{{8,160}})\)")
_THAT_IS = re.compile(rf"(?P<term>{_WORDS}), то есть (?P<meaning>[^.;!?\n]{{12,}})")
_ASKED = re.compile(
    rf"\b(?:что такое|что значит|что означает|кто так(?:ой|ая|ие)) \"?(?P<term>{_WORDS})\"?\?"
    r"\s+(?P<meaning>[^?\n]{12,})"
)
_NAMED = re.compile(
    rf"(?:^|[.!?…]\s)\W{{0,4}}(?:(?:а|и) )?(?P<term>{_WORDS})\?\s+"
    r"(?P<meaning>(?:[^?.\n\d]{1,9}\. )?[^?.\n\d]{10,200})",
    re.M,
)
# «неналоговые доходы, это плата за землю и штрафы»
_COMMA = re.compile(rf"(?P<term>{_WORDS}), это (?P<meaning>[^.;!?\n]{{8,}})")
_THIS_IS = re.compile(
    rf"(?:^|[.!?\n])\s*+(?P<meaning>[^.!?;\n]{{16,200}}?)\s+-\s+это (?P<term>{_WORDS})(?=[.!;]|$)"
)
_MEANS = re.compile(
    rf"\"?(?P<term>{_WORDS})\"? (?:означает|обозначает|значит) (?P<meaning>[^.;!?\n]{{12,}})"
)
_COLON = re.compile(rf"^\W{{0,3}}(?P<term>{_WORDS}): (?P<meaning>[^\n\d]{{12,200}})$", re.M)
# «Осталось 308 млн: это профицит», «не хватает миллиарда, то есть дефицит»
_REST = re.compile(
    r"(?P<meaning>\b(?:остал|остат|не хват|нехват|разниц|превы|перерасход|недоста|сверх|больше|"
    r"меньше)\w*"
    r"[^.!?;\n]{0,90})(?::| -|,) (?:это|и это|то есть|а это)(?: и есть| называется)? "
    r"(?P<term>(?:бюджетный )?(?:дефицит|профицит))(?=[ ,.!;)]|$)"
)
# «неналоговые доходы: аренда, штрафы, дивиденды»
_KINDS_OF = re.compile(
    r"(?P<term>\b(?:неналогов|налогов|безвозмездн)\w+ (?:доход|платеж|поступлени|сбор)\w*): "
    r"(?P<meaning>[а-я -]+(?:, [а-я -]+){1,7}(?: и [а-я -]+)?)(?=[.!;]|$)"
)
_RELATIVE = re.compile(r"\bкотор|\bбез |\bлюб[ыо]|\bчем |\bкогда |\bчто ")
# «Расходы: на что пойдут» is a heading and asks; «Дотация: деньги, которые дают» tells.
_ASKS = re.compile(
    r"^(?:(?:на|за|в|для|от|с|о|об|из|к) )?(?:что|кто|кого|кому|чего|чему|чем|сколько|куда|откуда|"
    r"где|как|зачем|почему|как(?:ой|ая|ое|ие|их))\b"
)
_FOREMOST = re.compile(
    r"\b(?:главн|основн|крупн|важн|перв|втор|больш(?:ая|ую|ой) част|источник|самы)\w*"
)
_HEADING = 5
"""Words of a heading that asks; longer, it tells: "Субвенция: за что район отвечает сам"."""
_BIDDEN = 3
"""Words among which the bidding verb stands."""
LONGEST = 20_000
"""Letters of a text that are read."""
_EXAMPLES = re.compile(r"[а-я -]+(?:, [а-я -]+)+(?: и [а-я -]+)?")
_LETTERS = re.compile(r"[А-ЯЁ]{2,6}")


@of_text
def passing(text: str) -> tuple[tuple[int, int, str], ...]:
    """(start, end, quote) of every term of budgets that running text explains as it goes.

    "Дефицит (превышение расходов над доходами) составит ...": the brackets say what it is; by
    examples only when those are everyday words ("неналоговые доходы (аренда, штрафы)").
    """
    return tuple(_told(text[:LONGEST]))


def _told(text: str) -> Iterator[tuple[int, int, str]]:
    plain = folded(text)
    seen: set[int] = set()
    for form, means, signs in _FORMS:
        # Most sentences have none of the signs, and a form costs more than a look for them.
        if not any_in(plain, signs) or not may_hold(form, plain):
            continue
        for match in form.finditer(plain):
            start = _term(plain, *match.span("term"), tail=form in _AFTER_TERM)
            if start is not None and means(match["meaning"].strip()):
                spans = (match.span("term"), match.span("meaning"))
                since = min(start, match.start("meaning"))
                seen.add(match.end("term"))
                yield start, match.end("term"), text[since : max(end for _, end in spans)].strip()
    for start, stop, since, end in grants(plain):
        if stop not in seen:
            yield start, stop, text[since:end].strip(" ,")


def spelt_out(term: str, meaning: str) -> bool:
    """Is the "meaning" of an abbreviation only its full name, as of НДФЛ "налог на доходы ..."?"""
    if not _LETTERS.fullmatch(term):
        return False
    name, _, rest = meaning.partition(";")[0].partition(",")
    letters = "".join(word[0] for word in re.findall(r"[а-я]{3,}", folded(name)))
    within = iter(folded(term))
    full = len(letters) > 1 and letters[0] == folded(term)[0] and all(c in within for c in letters)
    return full and len(rest.split()) <= 1


def _term(plain: str, start: int, end: int, *, tail: bool) -> int | None:
    """Where the term begins: the most words next to its meaning that name a thing of budgets."""
    if not tail:
        return start if is_term(plain[start:end]) else None
    places = (start, *(start + m.end() for m in re.finditer(" ", plain[start:end])))
    return next((at for at in places if is_term(plain[at:end])), None)


def _explains(meaning: str) -> bool:
    if _EXAMPLES.fullmatch(meaning):
        return _by_examples(meaning)
    return _kind(meaning) or _bids(meaning)


def _bids(meaning: str) -> bool:
    """What may be done with it, as one is bidden: "дотации (трать на что нужно)"."""
    words = meaning.split()
    near = [dictionary().parse(word)[0].tag for word in words[:_BIDDEN] if word.isalpha()]
    return len(words) > _BIDDEN - 1 and any("impr" in tag for tag in near)


def _that_is(meaning: str) -> bool:
    """A kind of thing, or everyday examples: "то есть аренда, лес и штрафы, принесут ..."."""
    examples = meaning.rpartition(",")[0]
    return _kind(meaning) or bool(_EXAMPLES.fullmatch(examples) and _by_examples(examples))


def _by_examples(meaning: str) -> bool:
    items = re.split(r", | и ", meaning)
    return not any(is_term(item) for item in items)


def _kind(meaning: str) -> bool:
    return defines(meaning, named=False, glossary=False)


def _answers(meaning: str) -> bool:
    return meaning.startswith("это ") or _kind(re.sub(r"^[^-]{0,60} - (?:это )?", "", meaning))


def _tells(meaning: str) -> bool:
    told = len(meaning.split()) >= 3 and not is_term(meaning)
    return told and _FOREMOST.search(meaning) is None


def _says_something(meaning: str) -> bool:
    return len(meaning.split()) > 1 and not any(map(str.isdigit, meaning))


def _relates(meaning: str) -> bool:
    heads = len(meaning.split()) <= _HEADING and _ASKS.match(meaning) is not None
    asks = "?" in meaning or heads
    return not asks and _RELATIVE.search(meaning) is not None


_AFTER_TERM = (OR_ELSE, _BRACKET, _THAT_IS, _MEANS, _COMMA)
_FORMS = (
    (_BRACKET, _explains, (" (",)),
    (_THAT_IS, _that_is, (", то есть ",)),
    (_ASKED, _answers, ("что такое ", "что значит ", "что означает ", "кто так")),
    (_NAMED, _answers, ("? ", "?\n")),
    (_COMMA, _tells, (", это ",)),
    (_THIS_IS, _tells, ("это ",)),
    *CALLED,
    (_MEANS, _says_something, (" означает ", " обозначает ", " значит ")),
    *OTHERWISE,
    (_COLON, _relates, (": ",)),
    (_REST, bool, ("дефицит", "профицит")),
    (_KINDS_OF, _by_examples, ("доход", "платеж", "поступлени", "сбор")),
)
"""Each form, what makes its meaning one, and the signs of which it has one at least."""
