"""What a page says, without what changes from asking to asking, and how like another it is."""

import json
import re
from collections import Counter
from dataclasses import dataclass, field, replace
from functools import lru_cache
from urllib.parse import unquote_to_bytes, urlsplit

from crawler.transport.encoding import decode
from crawler.transport.notice import (
    has_notice,
    has_number,
    is_notice,
    makes_one_wonder,
    may_tell,
    plain,
    titles_a_notice,
)
from crawler.transport.sight import Sight, sight

MAX_HTML = 400_000  # characters that are parsed
MAX_TEXT = 40_000  # characters that are compared
FEW_OWN_WORDS = 120  # a notice is short, whatever stands around it in menus
SHORT = 25
SHELL_WORDS = 15
MAX_WORD = 40  # letters of a word that is worth remembering
# Words two askings of one page may differ in, beside numbers, dates and addresses.
SLACK = 2
NEARLY = 0.8  # share of own words in common, when both say that nothing was found
# Numbers, dates, times, addresses and names of files bear one of these; days have names, too.
_CHANGING = re.compile(r"[\d/\\%@]")
_DAY = re.compile(
    r"(?:январ|феврал|март|апрел|ма[йя]|июн|июл|август|сентябр|октябр|ноябр|декабр"
    r"|понедельник|вторник|сред[ау]|четверг|пятниц|суббот|воскресень)"
)
_SAYING = ("error", "message", "detail", "title", "status", "code", "errorMessage", "statusCode")

# Endings that only documents have; an address in .php or .html may answer with anything.
_DOCUMENT = re.compile(
    r"\.(?:pdf|docx?|docm|pptx?|ppsx?|xlsx?|xlsm|xlsb|odt|ods|odp|rtf|zip|rar|7z)$", re.IGNORECASE
)

Words = Counter[str]


@dataclass(frozen=True, slots=True)
class Imprint:
    """One answer's words: all that are visible, and those outside links and the site's frame.

    ``states``: it is nothing but a notice that there is no page. ``says``: a notice is somewhere
    in it. ``wonders``: so may be something like one. ``shell``: a page without words that a
    script fills. ``asked`` is the address, whose words error pages like to repeat.
    ``files`` are the documents it links: the same few words over others are another page.
    ``own`` are told of answers that say that nothing was found: of others nobody asks for them.
    """

    title: frozenset[str] = frozenset()
    words: Words = field(default_factory=Counter)
    own: Words = field(default_factory=Counter)
    asked: str = ""
    files: frozenset[str] = frozenset()
    states: bool = False
    says: bool = False
    wonders: bool = False
    shell: bool = False

    @property
    def key(self) -> tuple[object, ...]:
        """Equal for two answers with the same words."""
        return self.title, self.files, frozenset(self.words.items())

    def is_like(self, other: "Imprint") -> bool:
        """True when two answers are one page asked twice.

        Where both say that nothing was found, news beside the notice may differ.
        """
        if not self.words or not other.words or self.files != other.files:
            return False
        echoed = _echo(self.asked) | _echo(other.asked)
        differing = _apart(self.words, other.words, echoed)
        if self.says and other.says:
            return differing <= 2 * SLACK or _shared(self.own, other.own, echoed) >= NEARLY
        few = min(self.words.total(), other.words.total())
        slack = min(SLACK, few // 10)
        return differing <= slack and not (self.title ^ other.title) - echoed


def is_document(url: str) -> bool:
    """True for an address whose path ends like a document's."""
    return bool(_DOCUMENT.search(url.partition("?")[0].partition("#")[0]))


def imprint(body: bytes, url: str, *, declared: str | None = None) -> Imprint:
    """The imprint of an answer in words: a page, JSON or plain text."""
    text = decode(body[: 4 * MAX_HTML], declared)[:MAX_HTML]
    if text.lstrip()[:1] in ("{", "["):
        return _of_json(text, url)
    if "<" not in text:
        return _of_text(text, url)
    page = sight(text)
    return Imprint() if page is None else _of_html(page, url)


def _of_html(page: Sight, url: str) -> Imprint:
    seen, own = page.seen[:MAX_TEXT], page.own[:MAX_TEXT]
    title, kept = _lasting(page.title), _lasting(seen)
    count = kept.tokens if own == seen else len(own.split())
    few = count <= FEW_OWN_WORDS
    states = few and (titles_a_notice(page.title) or any(is_notice(h) for h in page.headings))
    states = states or (count <= SHORT and has_notice(plain(own)))
    said, brief = f"{page.title} {seen}", own if few else ""
    visible = plain(said) if title.may_tell or kept.may_tell else ""
    says = states or has_notice(visible)
    spoken = " ".join((page.title, *page.headings, brief))
    return Imprint(
        title=frozenset(title.words),
        words=kept.words,
        own=_lasting(own).words if says else Counter(),
        asked=url,
        files=frozenset(href for href in page.links if is_document(href)),
        states=states,
        says=says,
        wonders=makes_one_wonder(visible) or has_number(spoken),
        shell=page.scripted and kept.tokens <= SHELL_WORDS and not has_notice(visible),
    )


def _of_text(text: str, url: str) -> Imprint:
    kept, said = _lasting(text[:MAX_TEXT]).words, plain(text[:MAX_TEXT])
    states = is_notice(text[:MAX_TEXT]) or (len(said.split()) <= SHORT and has_notice(said))
    return Imprint(
        words=kept,
        own=kept,
        asked=url,
        states=states,
        says=has_notice(said),
        wonders=makes_one_wonder(said),
    )


def _of_json(text: str, url: str) -> Imprint:
    """An API's answer: its own word for "not found" stands in a field for that."""
    plainly = _of_text(re.sub(r"[\"{}\[\],:]+", " ", text), url)
    try:
        told = json.loads(text)
    except (ValueError, RecursionError):
        return plainly
    fields = [told.get(name) for name in _SAYING] if isinstance(told, dict) else []
    states = any(value in (404, "404") or _is_said(value) for value in fields)
    return replace(plainly, states=states, says=states)


def _is_said(value: object) -> bool:
    return isinstance(value, str) and (is_notice(value) or has_notice(plain(value[:200])))


@dataclass(frozen=True, slots=True)
class _Kept:
    """What lasts of ``tokens`` words; ``may_tell`` is False where no notice can be in them."""

    words: Words
    tokens: int
    may_tell: bool


def _lasting(text: str) -> _Kept:
    """Words without numbers, dates, times, addresses and names of files."""
    kept: dict[str, int] = {}
    tokens, tells = text.split(), False
    for token, times in Counter(tokens).items():
        words, hints = (_known if len(token) <= MAX_WORD else _words)(token)
        tells = tells or hints
        for word in words:
            kept[word] = kept.get(word, 0) + times
    return _Kept(Counter(kept), len(tokens), tells)


def _words(token: str) -> tuple[tuple[str, ...], bool]:
    """The words between two spaces that last, none of an address or a date; may they tell?"""
    tells = may_tell(token)
    if _CHANGING.search(token):
        return (), tells
    return tuple(word for word in plain(token).split() if not _DAY.match(word)), tells


# A site's pages have most of their words in common.
_known = lru_cache(maxsize=4_096)(_words)


def _echo(url: str) -> frozenset[str]:
    parts = urlsplit(url)
    return frozenset(plain(decode(unquote_to_bytes(f"{parts.path} {parts.query}"))).split())


def _apart(one: Words, other: Words, echoed: frozenset[str]) -> int:
    apart = (one - other) + (other - one)
    return sum(times for word, times in apart.items() if word not in echoed)


def _shared(one: Words, other: Words, echoed: frozenset[str]) -> float:
    mine, theirs = (Counter({w: n for w, n in c.items() if w not in echoed}) for c in (one, other))
    total = mine.total() + theirs.total()
    return 2 * (mine & theirs).total() / total if total else 0.0
