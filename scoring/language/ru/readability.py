"""How many years of schooling does Russian prose ask for?"""

from collections.abc import Iterable
from dataclasses import dataclass
from math import sqrt
from statistics import median

from scoring.language.ru.sentences import Passage, Sentence, sentences
from scoring.language.ru.words import syllables, words

FEWEST_SENTENCES = 30
FEWEST_WORDS = 300
"""Below either, a grade would measure chance: slides have fragments, not sentences."""

_LONG_WORD = 5
_LONG_SENTENCE = 30


@dataclass(frozen=True, slots=True)
class Counts:
    """What all formulas are made of. ``long_words`` have five syllables or more."""

    words: int
    sentences: int
    syllables: int
    letters: int
    long_words: int

    @property
    def asl(self) -> float:
        """Words per sentence."""
        return self.words / self.sentences

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

    ``grade`` is the one the rubric uses, ``fk_sis18``, cut to 1..25: of the published
    formulas its levels are nearest to labelled texts (mean error 2.9 grades over 55 texts).
    ``long_share`` is the share of words of five syllables or more, ``long_sentences`` of
    sentences over 30 words; ``hardest`` the three hardest sentences, hardest first.
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


def measure(passages: Iterable[Passage]) -> Readability | None:
    """The readability of running prose; None when there is too little of it to say."""
    told = sentences(passages)
    said = [words(sentence.text) for sentence in told]
    counts = counted(said)
    if counts.sentences < FEWEST_SENTENCES or counts.words < FEWEST_WORDS:
        return None
    sis18 = fk_sis18(counts)
    return Readability(
        words=counts.words,
        sentences=counts.sentences,
        syllables=counts.syllables,
        letters=counts.letters,
        asl=counts.asl,
        asw=counts.asw,
        median_sentence=float(median(len(one) for one in said)),
        long_share=counts.long_words / counts.words,
        long_sentences=sum(len(one) > _LONG_SENTENCE for one in said) / counts.sentences,
        flesch_oborneva=flesch_oborneva(counts),
        fk_oborneva=fk_oborneva(counts),
        fk_sis18=sis18,
        fk_begtin=fk_begtin(counts),
        smog_begtin=smog_begtin(counts),
        cli_begtin=cli_begtin(counts),
        ari_begtin=ari_begtin(counts),
        dale_chall_begtin=dale_chall_begtin(counts),
        grade=min(25.0, max(1.0, sis18)),
        hardest=_hardest(told),
    )


def counted(said: Iterable[tuple[str, ...]]) -> Counts:
    """Counts over sentences given as words."""
    told = list(said)
    spoken = [word for sentence in told for word in sentence]
    beats = [syllables(word) for word in spoken]
    letters = sum(len(word) - word.count("-") for word in spoken)
    long_words = sum(count >= _LONG_WORD for count in beats)
    return Counts(len(spoken), len(told), sum(beats), letters, long_words)


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


def _hardest(told: Iterable[Sentence]) -> tuple[Sentence, ...]:
    ranked = sorted(told, key=lambda one: -fk_sis18(counted([words(one.text)])))
    return tuple(dict.fromkeys(ranked))[:3]
