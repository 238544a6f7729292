"""Officialese in Russian prose: its markers, sentence by sentence, and how dense they are."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib import resources
from math import sqrt
from operator import itemgetter

from pydantic import BaseModel, ConfigDict

from scoring.language.ru.grammar import Grammar, grammar
from scoring.language.ru.lists import read
from scoring.language.ru.sentences import Sentence, weighed
from scoring.remembered import of_text

_TOKEN = re.compile("[\u0400-\u052f]+(?:-[\u0400-\u052f]+)*|[^\\s]")
_DOING = re.compile("(?:ние|тие|ация|яция)$")
_NO_WORD = Grammar("")
_FEWEST_IN_CHAIN = 3
_HEAVIEST = 3
_MOST_IN_PREPOSITION = 4
_BUDGET = "бюджет"


class Mark(StrEnum):
    """The four markers of the rubric."""

    GENITIVES = "genitives"
    VERBAL_NOUN = "verbal-noun"
    PREPOSITION = "preposition"
    PASSIVE = "passive"


@dataclass(frozen=True, slots=True)
class Marker:
    """One marker as it stands in the sentence; ``weight`` of a chain is its links beyond one."""

    kind: Mark
    words: str
    weight: int = 1


@dataclass(frozen=True, slots=True)
class Heavy:
    """A sentence with its markers."""

    sentence: Sentence
    markers: tuple[Marker, ...]


@dataclass(frozen=True, slots=True)
class Density:
    """How dense markers are: ``density`` and ``by_kind`` are their weights per 100 words.

    ``error`` is the standard error of the density, by the jackknife over sentences (Efron, 1982).
    The ``heaviest`` sentences are three of most weight, of equals the shorter, of these the first.
    """

    words: int
    density: float
    error: float
    by_kind: Mapping[Mark, float]
    heaviest: tuple[Heavy, ...]


def officialese(told: Iterable[Sentence]) -> Density:
    """The markers of running sentences; no words give no density."""
    found = [(Heavy(one, markers(one.text)), len(weighed(one.text))) for one in told]
    weights = [_weight(heavy) for heavy, _ in found]
    words = sum(count for _, count in found)
    by_kind = dict.fromkeys(Mark, 0)
    for heavy, _ in found:
        for marker in heavy.markers:
            by_kind[marker.kind] += marker.weight
    per = 100 / words if words else 0.0
    once: dict[str, tuple[int, int, Heavy]] = {}
    for weight, (heavy, count) in zip(weights, found, strict=True):
        once.setdefault(heavy.sentence.text, (-weight, count, heavy))
    ranked = sorted(once.values(), key=itemgetter(0, 1))
    return Density(
        words,
        sum(by_kind.values()) * per,
        _error([(weight, count) for weight, (_, count) in zip(weights, found, strict=True)]),
        {kind: count * per for kind, count in by_kind.items()},
        tuple(heavy for _, _, heavy in ranked[:_HEAVIEST] if heavy.markers),
    )


def _error(told: Sequence[tuple[int, int]]) -> float:
    weights, words, n = sum(w for w, _ in told), sum(c for _, c in told), len(told)
    if n < 2 or any(words == count for _, count in told):
        return 0.0
    without = [100 * (weights - weight) / (words - count) for weight, count in told]
    middle = sum(without) / n
    return sqrt((n - 1) / n * sum((value - middle) ** 2 for value in without))


def _weight(heavy: Heavy) -> int:
    return sum([marker.weight for marker in heavy.markers])


@of_text
def markers(text: str) -> tuple[Marker, ...]:
    """The markers of one sentence in the order of their kinds and of reading.

    - a chain of genitives: a noun and two or more nouns in the genitive after it, each saying
      what the one before is of, with nothing between them but what agrees with them;
    - a verbal noun: a noun in -ние, -тие, -ация that names a doing, not a thing;
    - a compound preposition: "в целях", "в соответствии с";
    - a passive: a passive participle, or a verb in -ся of what is done by someone not named.
    """
    tokens = _TOKEN.findall(text)
    plain = [token.lower().replace("ё", "е") for token in tokens]
    read = list(map(_read, tokens, plain, range(len(tokens))))
    spans = tuple(_prepositions(plain, read))
    free = list(read)
    for start, end in spans:
        free[start:end] = [_NO_WORD] * (end - start)
    nouns = [at for at, one in enumerate(free) if one.noun]
    passives = [at for at, one in enumerate(free) if one.passive or one.done]
    return (
        *(
            _marker(Mark.GENITIVES, tokens, start, end, links)
            for start, end, links in _chains(free)
        ),
        *(Marker(Mark.VERBAL_NOUN, tokens[at]) for at in nouns if _is_done_to(free, at)),
        *(_marker(Mark.PREPOSITION, tokens, start, end, 1) for start, end in spans),
        *(Marker(Mark.PASSIVE, tokens[at]) for at in passives if _is_passive(free[at])),
    )


def _read(token: str, plain: str, at: int) -> Grammar:
    """A capital letter inside a sentence begins a name: what it is called is no one's style."""
    if not plain[0].isalpha():
        return _NO_WORD
    read = grammar(plain)
    return Grammar(read.lemma, noun=read.noun, name=True) if at and token[0].isupper() else read


def _marker(kind: Mark, tokens: Sequence[str], start: int, end: int, weight: int) -> Marker:
    return Marker(kind, " ".join(tokens[start:end]), weight)


def is_doing(word: Grammar) -> bool:
    """Does a noun name a doing (повышение, реализация), not a thing (здание, дотация)?"""
    lists = _lists()
    if not word.noun or word.lemma in lists.things:
        return False
    return word.lemma in lists.doings or _DOING.search(word.lemma) is not None


def _is_done_to(read: Sequence[Grammar], at: int) -> bool:
    """A doing by its name, or by what it is done to: "обеспечение сбалансированности".

    The execution of a budget is the name of a stage, whatever else is executed.
    """
    word = read[at]
    if is_doing(word):
        return True
    if not word.noun or word.lemma not in _lists().doings_of_something:
        return False
    rest = (one for one in read[at + 1 :] if not (one.attribute and one.genitive))
    over = next(rest, _NO_WORD)
    return over.noun and over.genitive and not over.name and over.lemma != _BUDGET


def _is_passive(word: Grammar) -> bool:
    return word.passive or (word.done and word.lemma not in _lists().active_reflexives)


def _chains(read: Sequence[Grammar]) -> Iterator[tuple[int, int, int]]:
    """Chains as (start, end, links beyond the first)."""
    chain: list[int] = []
    measures = _lists().measures
    for at, word in enumerate((*read, _NO_WORD)):
        if word.attribute and word.genitive and chain:
            continue
        counts = word.noun and not word.name and word.lemma not in measures
        if counts and word.genitive and chain:
            chain.append(at)
            continue
        if len(chain) >= _FEWEST_IN_CHAIN:
            yield chain[0], chain[-1] + 1, len(chain) - _FEWEST_IN_CHAIN + 1
        chain = [at] if counts else []


def _prepositions(plain: Sequence[str], read: Sequence[Grammar]) -> Iterator[tuple[int, int]]:
    lists = _lists()
    known, wary, priced = lists.compound_prepositions, lists.need_genitive, lists.need_amount
    first = _first_words()
    at = 0
    while at < len(plain):
        if plain[at] not in first:
            at += 1
            continue
        end = next(
            (
                at + size
                for size in range(min(_MOST_IN_PREPOSITION, len(plain) - at), 0, -1)
                if (phrase := " ".join(plain[at : at + size])) in known
                and (phrase not in wary or _genitive_at(read, at + size))
                and (phrase not in priced or _amount_at(plain, read, at + size))
            ),
            0,
        )
        if end:
            yield at, end
        at = end or at + 1


@cache
def _first_words() -> frozenset[str]:
    """What compound prepositions begin with."""
    return frozenset(phrase.split(" ")[0] for phrase in _lists().compound_prepositions)


def _genitive_at(read: Sequence[Grammar], at: int) -> bool:
    word = read[at] if at < len(read) else _NO_WORD
    return word.genitive and not word.name


def _amount_at(plain: Sequence[str], read: Sequence[Grammar], at: int) -> bool:
    """A number, "не более 5", or what there is so much of."""
    after = plain[at : at + 1]
    return any(w[0].isdigit() or w in _lists().bounds for w in after) or _genitive_at(read, at)


class _Lists(BaseModel):
    """The words of officialese.yaml, in dictionary form; what each list is for stands there."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    compound_prepositions: frozenset[str]
    need_genitive: frozenset[str]
    need_amount: frozenset[str]
    bounds: frozenset[str]
    doings_of_something: frozenset[str]
    things: frozenset[str]
    doings: frozenset[str]
    active_reflexives: frozenset[str]
    measures: frozenset[str]


@cache
def _lists() -> _Lists:
    """The lists; pydantic's ValidationError when the file is wrong."""
    return _Lists.model_validate(read(resources.files(__package__) / "officialese.yaml"))
