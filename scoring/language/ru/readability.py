"""How many years of schooling does Russian prose ask for?"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import astuple, dataclass, replace
from heapq import nlargest
from itertools import chain
from math import sqrt
from statistics import median

from scoring.language.ru.sentences import Sentence, read_out, spoken, weighed
from scoring.language.ru.words import syllables

FEWEST_SENTENCES = 3
FEWEST_WORDS = 20
"""Below either nothing is said of how prose reads."""

FIRM_SENTENCES = 15
FIRM_WORDS = 150
"""Below either the grade depends on what happened to be said: with fifteen sentences of one hand
it differs by one year from another fifteen of it, with eight by one and a half."""

SHORT_SENTENCE = 20
"""Words; a longer sentence is one to cut in two (what the remedy asks for)."""

_LONG_WORD = 5
_HARDEST = 3
_LONG_SENTENCE = 30


@dataclass(frozen=True, slots=True)
class Counts:
    """What all formulas are made of. ``long_words`` have five syllables or more.

    ``numbers`` are what the numbers come to when they are read, in words: they lengthen
    sentences, and words are no longer for them.
    """

    words: int
    sentences: int
    syllables: int
    letters: int
    long_words: int
    numbers: int = 0

    @property
    def asl(self) -> float:
        """Words per sentence, numbers read out."""
        return (self.words + self.numbers) / self.sentences

    @property
    def asw(self) -> float:
        """Syllables per word."""
        return self.syllables / self.words

    @property
    def lw(self) -> float:
        """Letters per word."""
        return self.letters / self.words


@dataclass(frozen=True, slots=True)
class Readability:
    """Counts and formulas; all but ``flesch_oborneva`` (0..100, easy is high) are grades.

    ``grade`` is the one the rubric uses (see ``grade``). ``long_share`` is the share of words of
    five syllables or more, ``long_sentences`` of sentences over 30 words; ``hardest`` the three
    hardest sentences, hardest first. ``grade_halved`` is the grade if those were cut in two,
    ``grade_short`` if every sentence of more than 20 words were; ``over`` counts these.
    """

    words: int
    sentences: int
    syllables: int
    letters: int
    asl: float
    asw: float
    median_sentence: float
    long_share: float
    long_sentences: float
    flesch_oborneva: float
    fk_oborneva: float
    fk_sis18: float
    fk_begtin: float
    smog_begtin: float
    cli_begtin: float
    ari_begtin: float
    dale_chall_begtin: float
    grade: float
    hardest: tuple[Sentence, ...]
    grade_halved: float
    grade_short: float
    over: int


def measure(told: Sequence[Sentence]) -> Readability | None:
    """The readability of running sentences; None when there are too few of them to say.

    Pieces of text that no full stop ends count as sentences when they are given.
    """
    said = [weighed(sentence.text) for sentence in told]
    numbers = [read_out(sentence.text) for sentence in told]
    lengths = [len(one) + more for one, more in zip(said, numbers, strict=True)]
    counts = replace(counted(said), numbers=sum(numbers))
    heard = sum(len(spoken(sentence.text)) for sentence in told)
    if counts.sentences < FEWEST_SENTENCES or heard < FEWEST_WORDS:
        return None
    hardest = _hardest(told, said)
    over = sum(length > SHORT_SENTENCE for length in lengths)
    return Readability(
        words=counts.words,
        sentences=counts.sentences,
        syllables=counts.syllables,
        letters=counts.letters,
        asl=counts.asl,
        asw=counts.asw,
        median_sentence=float(median(lengths)),
        long_share=counts.long_words / counts.words,
        long_sentences=sum(length > _LONG_SENTENCE for length in lengths) / counts.sentences,
        flesch_oborneva=flesch_oborneva(counts),
        fk_oborneva=fk_oborneva(counts),
        fk_sis18=fk_sis18(counts),
        fk_begtin=fk_begtin(counts),
        smog_begtin=smog_begtin(counts),
        cli_begtin=cli_begtin(counts),
        ari_begtin=ari_begtin(counts),
        dale_chall_begtin=dale_chall_begtin(counts),
        grade=grade(counts),
        hardest=hardest,
        grade_halved=grade(_cut(counts, len(hardest))),
        grade_short=grade(_cut(counts, over)),
        over=over,
    )


def grade(c: Counts) -> float:
    """Years of schooling the prose asks for, 1..25: what the rubric measures.

    One part of ``fk_sis18`` (fitted on textbooks of social studies, the genre nearest to ours,
    and low on officials' prose, which no schoolbook has) and two of the median of Begtin's four
    (fitted on texts of school and of government, and steep where they part). How it was
    calibrated and how sure it is: docs/readability.md.
    """
    steep = median((fk_begtin(c), smog_begtin(c), cli_begtin(c), ari_begtin(c)))
    return min(25.0, max(1.0, (fk_sis18(c) + 2 * steep) / 3))


def grade_error(told: Sequence[Sentence]) -> float:
    """Standard error of ``grade`` in years: the jackknife over sentences (Efron, 1982).

    Raises ValueError for fewer than two sentences.
    """
    if len(told) < 2:
        raise ValueError("one sentence has no spread; ask of two or more")
    single = [_alone(one) for one in told]
    columns = zip(*(astuple(one) for one in single), strict=True)
    whole = [sum(column) for column in columns]
    without = [
        grade(Counts(*(w - o for w, o in zip(whole, astuple(one), strict=True)))) for one in single
    ]
    middle, n = sum(without) / len(told), len(told)
    return sqrt((n - 1) / n * sum((value - middle) ** 2 for value in without))


def _alone(one: Sentence) -> Counts:
    return replace(counted([weighed(one.text)]), numbers=read_out(one.text))


def _cut(c: Counts, sentences_more: int) -> Counts:
    """The same words with so many sentences cut in two."""
    return replace(c, sentences=c.sentences + sentences_more)


def counted(said: Iterable[tuple[str, ...]]) -> Counts:
    """Counts over sentences given as words."""
    told = list(said)
    total, beats, letters, long_words = 0, 0, 0, 0
    # Two words of three were met before on the page: each is counted once.
    for word, times in Counter(chain.from_iterable(told)).items():
        count = syllables(word)
        total += times
        beats += times * count
        letters += times * (len(word) - word.count("-"))
        long_words += times * (count >= _LONG_WORD)
    return Counts(total, len(told), beats, letters, long_words)


def flesch_oborneva(c: Counts) -> float:
    """Reading ease. Oborneva 2006."""
    return 206.835 - 1.3 * c.asl - 60.1 * c.asw


def fk_oborneva(c: Counts) -> float:
    """Flesch-Kincaid, coefficients of Oborneva 2006: about four grades high on schoolbooks."""
    return 0.5 * c.asl + 8.4 * c.asw - 15.59


def fk_sis18(c: Counts) -> float:
    """Flesch-Kincaid, coefficients of Solovyev, Ivanov, Solnyshkina 2018."""
    return 0.36 * c.asl + 5.76 * c.asw - 11.97


def fk_begtin(c: Counts) -> float:
    """Flesch-Kincaid, coefficients of Begtin (plainrussian)."""
    return 0.318 * c.asl + 14.2 * c.asw - 30.5


def smog_begtin(c: Counts) -> float:
    """SMOG, coefficients of Begtin (plainrussian)."""
    return 1.1 * sqrt(64.6 * c.long_words / c.sentences) + 0.05


def cli_begtin(c: Counts) -> float:
    """Coleman-Liau, coefficients of Begtin (plainrussian)."""
    return 0.055 * 100 * c.lw - 0.35 * 100 / c.asl - 20.33


def ari_begtin(c: Counts) -> float:
    """Automated readability index, coefficients of Begtin (plainrussian)."""
    return 6.26 * c.lw + 0.2805 * c.asl - 31.04


def dale_chall_begtin(c: Counts) -> float:
    """Dale-Chall, coefficients of Begtin (the README's; his code falls back on English)."""
    return 0.552 * 100 * c.long_words / c.words + 0.273 * c.asl


def _hardest(told: Sequence[Sentence], said: Sequence[tuple[str, ...]]) -> tuple[Sentence, ...]:
    """Three different sentences of the highest ``fk_sis18``; of equals the first to be read."""
    best: dict[str, tuple[float, Sentence]] = {}
    for sentence, heard in zip(told, said, strict=True):
        if sentence.text not in best:
            beats = sum(map(syllables, heard))
            single = Counts(len(heard), 1, beats, 0, 0)
            best[sentence.text] = (fk_sis18(single), sentence)
    ranked = nlargest(_HARDEST, best.values(), key=lambda one: one[0])
    return tuple(sentence for _, sentence in ranked)
