"""Ways to reach an office that a Russian text names: phones, mail, postal addresses."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from scoring.language.ru.edges import edged
from scoring.language.ru.folded import folded
from scoring.language.ru.makers import made_by, without_makers
from scoring.language.ru.phones import phones
from scoring.language.ru.rejoined import rejoined
from scoring.language.ru.signs import any_in
from scoring.remembered import of_text


class Reach(StrEnum):
    """The kinds of contact."""

    PHONE = "phone"
    MAIL = "mail"
    ADDRESS = "address"


@dataclass(frozen=True, slots=True)
class Contact:
    """A contact as it is written, and where."""

    kind: Reach
    quote: str
    locator: str


_MAIL = re.compile(
    r"(?<![\w.+-])[a-zа-я0-9][\w.+-]{0,63}\s?(?:@|[(\[](?:at|собака|@)[)\]])\s?"
    r"(?:[a-z0-9а-я](?:[\w-]{0,62})\.)+[a-zрфу]{2,18}(?![\w@])"
)
_AT = ("@", "(at", "[at", "(собака", "[собака")
_INDEX = re.compile(r"\d{6}")
_PICTURE = re.compile(r"\.(?:png|jpe?g|gif|svg|webp)$")
_STREET = (
    r"(?:\b(?:ул|пр|просп|пр-т|пр-кт|пер|наб|пл|б-р|бул|ш|проезд|пр-д|мкр|кв-л|туп|ал|лин)\.(?!\s?руб)|"
    r"\b(?:улиц[аеуы]|проспект[ае]?|переул\w+|набережн\w+|площад[ьи]|бульвар\w?|шоссе|проезд\w?|тракт|"
    r"ряды|аллея|тупик|микрорайон|квартал|линия|взвоз|спуск|вал)\b)"
)
_STREETS = re.compile(edged(_STREET.removeprefix("(?:").removesuffix(")")))
_BUILT = re.compile(r"\b(?:строительств|ремонт|реконструкц)")
_HOUSE = (
    r"(?:\b(?:д|дом|корп|стр|зд)\.?\s?№?\s?\d{1,4}|"
    r",\s?\d{1,4}(?:[а-я]|/\d{1,3})?\b(?![\d.,]*\s?(?:руб|тыс|млн|млрд|%|км|год)))"
)
_INDEXED = re.compile(
    r"(?<![\d.,-])[1-9]\d{5}(?![\d.]),?\s{0,3}"
    r"(?=[а-я])(?!руб|тыс|млн|млрд|чел|ед\b|един|шт|кв|год|га\b|экз|м\b|км\b|т\b|тонн|процент)"
    rf"[^\n|]{{3,120}}?{_HOUSE}"
)
_UNINDEXED = re.compile(
    rf"(?:\b(?:г|гор|город|пгт|с)\b\.?\s?[а-я-]{{3,}}[^\n|]{{0,20}})?"
    rf"(?:{_STREET}[^\n|;]{{2,60}}?{_HOUSE}|[а-я-]{{4,}}(?:ая|ий|ой|ый)?\s{_STREET}[^\n|;]{{0,20}}?{_HOUSE})"
)
_LABELLED = re.compile(
    r"\b(?:(?:почтов\w+|юридическ\w+|фактическ\w+|наш\w?)\s)?адрес\w{0,3}"
    rf"(?: министерства| департамента| управления)?\s?:\s?[^\n|@;]{{3,90}}?{_HOUSE}"
)
"""What follows "Адрес:" and has a house is an address, whatever the street is called."""
_MEETING = re.compile(
    r"\b(?:слушани\w+|заседани\w+|собрани[ея] граждан|обсуждени[ея] (?:проекта|бюджета|отчета)|"
    r"(?:общественн|публичн)\w+ обсуждени[ея]|встреч[аиу]\w* с (?:жител|министр|читател)\w+)\b"
)
_SAID = re.compile(r"\b(?:вопрос|предложени|мнени|замечани|отзыв|записаться|справк)\w*")
"""What one writes or rings up about before a meeting."""
_NOT_OURS = re.compile(
    r"\b(?:мфц|соцзащит\w+|социальн\w+ защит\w+|(?:социальн|пенсионн)\w+ фонд\w*|"
    r"налогов\w+ (?:служб|инспекци)\w+|уфнс|фнс|медицинск\w+ страховани\w+|тфомс|"
    r"поликлиник\w+|роспотребнадзор\w*|прокуратур\w+|коррупци\w+|антикоррупц\w+|взят\w+|"
    r"доверия|жкх|отоплени\w+|мусор\w*|скор\w+ помощ\w+|полици\w+|мчс|капремонт\w*)\b"
)
"""Where people meet and whom else they may ring up: no way to the finance body."""
_SENTENCE = re.compile(r"[.!?]\s+(?=[А-ЯЁA-Z])|\n")
_CONTACTING = re.compile(
    r"\b(?:адрес\w*|контакт\w*|тел(?:ефон\w*)?|факс|почт\w+|e-?mail|приемн\w+|при[её]м граждан|"
    r"как с нами связаться|приходите|приезжайте|наход(?:имся|ится)|пишите|наш офис|"
    r"минфин\w?|"
    r"(?:министерств|департамент|управлени|комитет)\w*\s+(?:[а-я]+ (?:и )?)?финанс\w+)\b|@"
)
_BY_FORM = re.compile(
    r"\b(?:через|в|на|по) (?:электронн\w+ |специальн\w+ |нашу? |эт\w+ )?(?:форм[уеы]|анкет[уеы])\b|"
    r"\bформ[ауе] (?:обратной связи|на сайте|для (?:вопрос|обращени)\w+)|"
    r"\b(?:интернет|электронн\w+|виртуальн\w+)[ -]?приемн\w+|"
    r"\bна (?:страниц|вкладк)\w+ \"[^\"]{0,40}(?:вопрос(?!ы и)|обращени|приемн|отзыв|мнени)"
)
"""A form named in the text: with its address or the site it stands on it can be found."""
_FORM_SIGNS = ("форм", "анкет", "приемн", "на страниц", "на вкладк")
_FORM_URL = re.compile(
    r"https?://[^\s/]+/\S{0,120}?(?<=[/_-])"
    r"(?:obratn|feedback|vopros|(?:internet-?)?priemn|obrashch|napis|pishite)[\w-]*"
)
"""The address of a page where one writes: "minfin.invalid/obratnaya-svyaz"."""
_SOMEWHERE = re.compile(
    r"https?://|www\.|\bна (?:нашем |официальном )?(?:сайте|портале|странице|вкладке)|"
    r"[a-zа-я]\.рф\b|госуслуг"
)
_EDGE = re.compile(r"\n|[.;|]\s(?=[А-ЯЁA-Z+(\d])")
_FORM = re.compile(
    r"обратн\w+ связ|интернет-? ?при[её]мн|электронн\w+ при[её]мн|виртуальн\w+ при[её]мн|"
    r"(?:задать|задайте) вопрос|отправить (?:обращени|вопрос|сообщени)|"
    r"написать (?:нам|обращени|письм|министр)|"
    r"форма обращени|обращени[ея] граждан|feedback"
)


def contacts(texts: Iterable[tuple[str, str]]) -> Iterator[Contact]:
    """Contacts in (text, locator) pairs that follow each other, those of web-studios left out."""
    told = [(without_makers(text), locator) for text, locator in rejoined(texts)]
    after_studio = False
    for position, (text, locator) in enumerate(told):
        plain, was_studio = folded(text[0]), after_studio
        # "Разработка сайта" on a line of its own speaks of the line below it.
        after_studio = text[1] and not text[0].strip()
        if was_studio or not plain.strip():
            continue
        near = told[max(0, position - 2) : position + 3] if _names_street(plain) else ()
        for kind, start, end in _found(plain, [t[0] for t, _ in near]):
            if not _elsewhere(text[0], plain, start, kind):
                yield Contact(kind, _around(text[0], start, end), locator)


def is_form(href: str, text: str) -> bool:
    """Does a link lead to a way of writing to the office?"""
    if href.lower().startswith("mailto:"):
        return _MAIL.search(folded(href[7:])) is not None and not made_by(text)
    return _FORM.search(folded(text)) is not None


def _found(plain: str, around: Sequence[str]) -> Iterator[tuple[Reach, int, int]]:
    """``around`` is what stands near a street."""
    yield from _plainly(plain)
    # A street without an index may be where a school is built: it needs a word of contact.
    if around:
        near = " ".join(map(folded, around))
        asked = _CONTACTING.search(near) or any(phones(near))
        for match in _UNINDEXED.finditer(plain) if asked else ():
            yield Reach.ADDRESS, match.start(), match.end()


@of_text
def _plainly(plain: str) -> tuple[tuple[Reach, int, int], ...]:
    """What is a contact whatever stands near it."""
    addresses = (
        match.span()
        for form, sign in ((_INDEXED, _INDEX.search(plain)), (_LABELLED, "адрес" in plain))
        for match in (form.finditer(plain) if sign else ())
    )
    return (
        *((Reach.PHONE, start, end) for start, end in phones(plain)),
        *((Reach.MAIL, start, end) for start, end in _written(plain)),
        *((Reach.ADDRESS, start, end) for start, end in addresses),
    )


@of_text
def _names_street(plain: str) -> bool:
    return _STREETS.search(plain) is not None and _BUILT.search(plain) is None


def _written(plain: str) -> Iterator[tuple[int, int]]:
    """Addresses of mail, and forms that stand somewhere."""
    for match in _MAIL.finditer(plain) if any_in(plain, _AT) else ():
        if not _PICTURE.search(match[0]):
            yield match.span()
    for match in _FORM_URL.finditer(plain) if "http" in plain else ():
        yield match.span()
    for match in _BY_FORM.finditer(plain) if any_in(plain, _FORM_SIGNS) else ():
        if _SOMEWHERE.search(plain, max(0, match.start() - 80), match.end() + 80):
            yield match.span()


def _elsewhere(text: str, plain: str, start: int, kind: Reach) -> bool:
    """Is the sentence up to here about a meeting, or about another office?

    Questions before a meeting are written to those who hold it.
    """
    stops = [m.end() for m in _SENTENCE.finditer(text, max(0, start - 200), start)]
    since = stops[-1] if stops else max(0, start - 200)
    said = plain[since:start]
    meets = _MEETING.search(said) is not None
    written = kind is Reach.MAIL and _SAID.search(said) is not None
    return (meets and not written) or _NOT_OURS.search(said) is not None


def _around(text: str, start: int, end: int) -> str:
    """The contact with the words of its line or sentence before it, at most sixty letters."""
    since = max(start - 60, 0)
    if since:
        since = text.find(" ", since, start) + 1 or start
    edges = [match.end() for match in _EDGE.finditer(text, since, start)]
    return text[edges[-1] if edges else since : end].strip(" ,;|\n")
