"""What looks like an edition and is not: the reasons; news and parts of a year."""

import re
from enum import StrEnum

from scoring.editions.clues import Clues
from scoring.editions.naming import Named, naming
from scoring.editions.stages import marks, within_year
from scoring.editions.years import fiscal
from scoring.language.ru.folded import folded


class NotEdition(StrEnum):
    """Why a document is not an edition."""

    LAW = "law"
    DECREE = "decree-or-order"
    METHOD = "methodical-recommendations"
    NOTE = "explanatory-note"
    ANNEX = "annex"
    NEWS = "news"
    CONTEST = "contest"
    ESSAYS = "essays"
    EVENT = "event-or-lesson"
    EXECUTION_TABLES = "execution-statistics"
    OTHER_PAPER = "other-budget-paper"
    MUNICIPAL = "municipal-budget"
    FEDERAL = "federal-budget"
    OTHER_REGION = "another-region"
    OTHER_BODY = "another-body"
    PART_OF_YEAR = "part-of-a-year"
    LISTING = "listing-page"
    NO_FIGURES = "nothing-about-the-budget-itself"
    NO_YEAR = "no-fiscal-year"
    DATA_ALONE = "data-without-edition"
    UNREADABLE = "unreadable-and-unnamed"


_NEWS_PATH = re.compile(
    r"/(?:news|novosti|novost|press|press-?(?:centr|center|sluzhba|relizy?)|events?|"
    r"sobytiya|smi|anons\w*|lenta|новости)(?:[/\-_.]|$)",
    re.I,
)
_NEWS_TITLE = re.compile(
    r"\b(?!\w+[ае]ни[еяю]м?\b)(?:опубликован|размещен|размести|подготов(?:ил|лен)|представи[лт]|представлен|"
    r"рассказал|утвердил|принял|принят(?:ы|о)?\b|рассмотр|состоя|прой?д[уеё]т|прошл|прошел|"
    r"приглаша|объявл|вышел|вышла|старт|начал|подвел|подведен|внес[лие]|внесен|обсуди|"
    r"доступ[её]?н\b|стал[аи]?\b|занял|вошл|получил|можно ознакомиться|сообща)\w*"
)
_ASKS = re.compile(r"(?:^\W*|\")(?:как|куда|что|чем|сколько|почему|зачем|откуда|кто|где|на что)\b")
"""A title that promises to explain: "Как прошёл 2025 год" brings no news."""
_PUBLICISTIC = re.compile(
    r"министр финансов [^.]{0,60}(?:отметил|сообщил|рассказал|подчеркнул)|пресс-служб|"
    r"по словам|напомним|ознакомиться (?:с|на)\b[^.]{0,80}можно|отметил[аи]? "
)


_RUNNING = re.compile(
    r"обновля\w+ (?:[а-я]+ ){0,2}(?:ежемесячн|ежедневн|еженедельн|ежеквартальн|автоматич)\w+|"
    r"нарастающим итогом с начала|(?:данные|сведения) на текущую дату"
)
"""Of statistics that go on through the year."""
_SURE = 3


def named_on_cover(clues: Clues) -> Named | None:
    """The name of an edition its own title page bears."""
    return max(
        (n for block in clues.cover if (n := naming(block.text))),
        key=lambda n: (n.itself, n.strength),
        default=naming(clues.cover_text),
    )


def news(clues: Clues) -> str:
    """The words that make a page a news item, "" when it is not one."""
    if not clues.is_page:
        return ""
    if among_news(clues):
        return clues.cover_text.split("\n")[0] or clues.capture.url
    return headline(clues) or (
        _quoted(_PUBLICISTIC, clues.opening) if clues.document.words < 400 else ""
    )


def headline(clues: Clues) -> str:
    """The heading of a page that tells news: something was published, discussed, adopted."""
    heads = "\n".join(b.text for b in clues.names if not _ASKS.search(folded(b.text)))
    match = _NEWS_TITLE.search(folded(heads))
    return line_at(heads, match.start()) if match else ""


def among_news(clues: Clues) -> bool:
    """Does it stand where a site keeps its news?"""
    return _NEWS_PATH.search(urlpath(clues)) is not None


def urlpath(clues: Clues) -> str:
    """The path of its address, from the host on."""
    return "/" + clues.capture.url.split("://")[-1].partition("/")[2]


def part_of_year(clues: Clues) -> str:
    """The words by which it reports on a part of the year only."""
    if _of_whole_year(clues):
        return within_year(clues.link_text)
    if quote := within_year(f"{clues.cover_text}\n{clues.link_text}"):
        return quote
    named = named_on_cover(clues)
    sure = named and named.itself and named.strength == _SURE
    return "" if sure else _quoted(_RUNNING, clues.opening)


def _of_whole_year(clues: Clues) -> bool:
    """Does a line of its title page name an edition, its stage and its year, and no part of it?

    A chapter on the nine months gone stands in many editions of a whole year.
    """
    lines = (block.text for block in clues.cover if not within_year(block.text))
    return any(
        (name := naming(line))
        and name.itself
        and name.strength == _SURE
        and marks(line)
        and _dated(line)
        for line in lines
    )


def _dated(line: str) -> bool:
    year = fiscal(line)
    return year is not None and year.strength == _SURE


def line_at(text: str, start: int) -> str:
    """The line of ``text`` from ``start`` on."""
    lines = text[start:].strip("\n").split("\n")
    return lines[0].strip()[:200]


def _quoted(pattern: re.Pattern[str], text: str) -> str:
    match = pattern.search(folded(text))
    return text[match.start() : match.end()] if match else ""
