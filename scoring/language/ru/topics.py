"""Topics a text speaks of, by phrases people wrote down, whatever forms their words are in."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from scoring.language.ru.forms import forms
from scoring.language.ru.normal import normal

ELLIPSIS = "…"
"""In a phrase: up to four other words may stand here."""
_GAP = 4
_WORD = re.compile("[\u0400-\u052f]+|[a-z]+|[.;!?]")
_REMEMBERED = 20_000


@dataclass(frozen=True, slots=True)
class Mention:
    """A topic spoken of by the words ``first`` to ``last`` (not included) of a text, from 0."""

    topic: str
    first: int
    last: int


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
        return frozenset(mention.topic for mention in self.found(text))

    def _begins(self, token: str) -> bool:
        """May a phrase begin with this word? Few of a text's words do."""
        return self._root.gap is not None or not self._root.next.keys().isdisjoint(forms(token))

    def _found(self, text: str) -> tuple[Mention, ...]:
        # Most texts have no word that a phrase of this subject begins with.
        if self._root.gap is None and self._root.next.keys().isdisjoint(_forms_in(text)):
            return ()
        tokens = tokens_of(text)
        every = {
            Mention(topic, first, last)
            for first, token in enumerate(tokens)
            if self._begins(token)
            for last, topics in _walk(self._root, tokens, first, _GAP)
            for topic in topics
        }
        return tuple(sorted(_longest(every), key=lambda m: (m.first, m.last, m.topic)))


@lru_cache(_REMEMBERED)
def tokens_of(text: str) -> tuple[str, ...]:
    """The words of a text as Mentions count them: a hyphen parts two, a stop counts as one."""
    return tuple(_WORD.findall(normal(text)))


@lru_cache(_REMEMBERED)
def _forms_in(text: str) -> frozenset[str]:
    """Every form that a word of the text may be of."""
    return frozenset().union(*map(forms, tokens_of(text)))


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


def _walk(
    node: _Node, tokens: Sequence[str], at: int, gap: int
) -> Iterable[tuple[int, Sequence[str]]]:
    """(end, topics) of every phrase that goes on from ``node`` at the word ``at``."""
    if node.ends:
        yield at, node.ends
    if node.gap is not None:
        for skipped in range(gap + 1):
            if skipped and (at + skipped > len(tokens) or not tokens[at + skipped - 1].isalpha()):
                break
            yield from _walk(node.gap, tokens, at + skipped, gap)
    if at < len(tokens) and node.next:
        for form in forms(tokens[at]):
            if (follower := node.next.get(form)) is not None:
                yield from _walk(follower, tokens, at + 1, gap)


def _longest(mentions: Iterable[Mention]) -> Iterable[Mention]:
    """Without those that share words with a longer one."""
    kept: list[Mention] = []
    for one in sorted(mentions, key=lambda m: (m.first - m.last, m.first, m.topic)):
        size = one.last - one.first
        longer = (o for o in kept if o.last - o.first > size)
        if not any(o.first < one.last and one.first < o.last for o in longer):
            kept.append(one)
    return kept
