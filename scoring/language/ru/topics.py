"""Topics a text speaks of, by phrases people wrote down, whatever forms their words are in."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from scoring.language.ru.forms import forms
from scoring.language.ru.normal import normal

ELLIPSIS = "…"
"""In a phrase: up to four other words may stand here."""
_GAP = 4
_WORD = re.compile("[\u0400-\u052f]+|[a-z]+|[.;!?]")
_REMEMBERED = 20_000


class Mention(NamedTuple):
    """A topic spoken of by the words ``first`` to ``last`` (not included) of a text, from 0."""

    topic: str
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class _Read:
    """A text read once for all subjects: the forms of each word, and of any of them."""

    tokens: tuple[str, ...]
    forms: tuple[frozenset[str], ...]
    any: frozenset[str]


@dataclass(slots=True)
class _Node:
    """A place in the tree of phrases: what may follow, and which topics a phrase ends here."""

    next: dict[str, "_Node"] = field(default_factory=dict)
    ends: list[str] = field(default_factory=list)
    gap: "_Node | None" = None


class Topics:
    """Phrases by topic, ready to be looked for all at once."""

    def __init__(self, phrases: Mapping[str, Iterable[str]]) -> None:
        self._root = _Node()
        for topic, said in phrases.items():
            for phrase in said:
                self._plant(topic, phrase)
        self._heads = frozenset(self._root.next)
        self.found: Callable[[str], tuple[Mention, ...]] = lru_cache(_REMEMBERED)(self._found)
        """Every topic a text mentions, in its order; a phrase over a longer one is not told.

        "обслуживание государственного долга" is about servicing, not about the debt.
        """
        self.named: Callable[[str], frozenset[str]] = lru_cache(_REMEMBERED)(self._named)
        """The topics a text mentions."""

    def named_in(self, texts: Iterable[str]) -> frozenset[str]:
        """The topics any of the texts mentions; no phrase goes over from one to the next."""
        return frozenset().union(*map(self.named, texts))

    def head(self, text: str, *, within: int = 0) -> tuple[str, ...]:
        """Topics whose phrase begins ``text``, after at most ``within`` other words."""
        return tuple(dict.fromkeys(m.topic for m in self.found(text) if m.first <= within))

    def _plant(self, topic: str, phrase: str) -> None:
        nodes = [self._root]
        for word in (ELLIPSIS if w == ELLIPSIS else w for w in _tokens(phrase, ELLIPSIS)):
            nodes = list(_grown(nodes, word))
        for node in nodes:
            node.ends.append(topic)

    def _named(self, text: str) -> frozenset[str]:
        return frozenset([mention.topic for mention in self.found(text)])

    def _found(self, text: str) -> tuple[Mention, ...]:
        said = _read(text)
        every: set[Mention] = set()
        # Most texts have no word that a phrase of this subject begins with, others one or two.
        if not self._heads.isdisjoint(said.any):
            heads = self._heads & said.any
            for first, some in enumerate(said.forms):
                for form in () if some.isdisjoint(heads) else some & heads:
                    _walk(self._root.next[form], said, first, first + 1, every)
        if self._root.gap is not None:
            for first in range(len(said.tokens)):
                _walk(self._root, said, first, first, every)
        if len(every) > 1:
            return tuple(sorted(_longest(every), key=_in_order))
        return tuple(every)


@lru_cache(_REMEMBERED)
def tokens_of(text: str) -> tuple[str, ...]:
    """The words of a text as Mentions count them: a hyphen parts two, a stop counts as one."""
    return tuple(_WORD.findall(normal(text)))


@lru_cache(_REMEMBERED)
def _read(text: str) -> _Read:
    tokens = tokens_of(text)
    of_each = tuple(map(forms, tokens))
    return _Read(tokens, of_each, frozenset().union(*of_each))


def _tokens(phrase: str, sign: str) -> Sequence[str]:
    return [t for part in phrase.split() for t in ([sign] if part == sign else tokens_of(part))]


def _grown(nodes: Iterable[_Node], word: str) -> Iterable[_Node]:
    """The nodes a phrase comes to by its next word, in any of the forms it may be."""
    for node in nodes:
        if word == ELLIPSIS:
            node.gap = node.gap or _Node()
            yield node.gap
        else:
            for form in sorted(forms(word)):
                yield node.next.setdefault(form, _Node())


def _walk(node: _Node, said: _Read, first: int, at: int, found: set[Mention]) -> None:
    """Add every phrase from the word ``first`` on that goes on from ``node`` at ``at``."""
    for topic in node.ends:
        found.add(Mention(topic, first, at))
    if node.gap is not None:
        for after in _after_gap(said.tokens, at):
            _walk(node.gap, said, first, after, found)
    if node.next and at < len(said.forms):
        for form in said.forms[at]:
            follower = node.next.get(form)
            if follower is not None:
                _walk(follower, said, first, at + 1, found)


def _after_gap(tokens: Sequence[str], at: int) -> Iterable[int]:
    """Where a phrase may go on after a gap: no further than its sentence."""
    yield at
    for skipped in range(at, min(at + _GAP, len(tokens))):
        if not tokens[skipped].isalpha():
            return
        yield skipped + 1


def _in_order(mention: Mention) -> tuple[int, int, str]:
    return mention.first, mention.last, mention.topic


def _longest(mentions: Iterable[Mention]) -> Iterable[Mention]:
    """Without those that share words with a longer one."""
    kept: list[Mention] = []
    for one in sorted(mentions, key=lambda m: (m.first - m.last, m.first, m.topic)):
        size = one.last - one.first
        longer = (o for o in kept if o.last - o.first > size)
        if not any(o.first < one.last and one.first < o.last for o in longer):
            kept.append(one)
    return kept
