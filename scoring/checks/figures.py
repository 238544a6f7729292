"""The facts an edition's files state, with the evidence each of them is."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

from scoring.checks.answers import in_file
from scoring.facts import Fact, Form, Unit, Words, facts
from scoring.language.ru.folded import folded
from scoring.language.ru.lexicon import lexicon
from scoring.model import EditionFile, Evidence
from scoring.remembered import of_text, of_words

_GROWTH = re.compile(
    r"\b(?:вырос\w*|вырас\w+|рост\w{0,2}|прирост\w*|увелич\w+|сниз\w+|снижени\w+|сократ\w+|уменьш\w+|"
    r"больше|меньше|выше|ниже|превы\w+|отклонен\w+|исполнен\w* на|выполнен\w* на|к уровню)\b"
)
_SHARE_TO = re.compile(r"\b(?:дол[яи]|удельн\w+ вес)\b.*\bдо\W*$")
_REMEMBERED = 64
_FIGURES = re.compile(r"(?: \| [0-9 ,-]+)*")
_SUM_ROW = re.compile(r"^\W*(?:всего|итого|в том числе|из них|общ\w+ (?:сумма|объем))\b")


@dataclass(frozen=True, slots=True)
class Told:
    """A fact and the file that states it."""

    fact: Fact
    file: EditionFile

    @property
    def proof(self) -> Evidence:
        """Where it stands, in its own words."""
        return in_file(self.file, self.fact.locator, self.fact.quote)


def told(files: Iterable[EditionFile]) -> Iterator[Told]:
    """Every fact of the files, file by file, clearly recognised ones among them."""
    return chain.from_iterable(map(_of, files))


@lru_cache(maxsize=_REMEMBERED)
def _of(file: EditionFile) -> tuple[Told, ...]:
    return tuple([Told(fact, file) for fact in facts(file.document.legible)])


def is_change(fact: Fact | Words) -> bool:
    """A percent that tells how something grew or was fulfilled, not what share it is."""
    if fact.unit is not Unit.PERCENT:
        return False
    if fact.form is Form.CELL:
        return fact.noun == "change"
    plain = folded(fact.label)
    # "Доля помощи снизится до 30 %": that is the share it will be.
    return _GROWTH.search(plain) is not None and _SHARE_TO.search(plain) is None


def is_sum(fact: Fact | Words) -> bool:
    """A row that sums others up."""
    return _sums_up(fact.label)


@of_text
def _sums_up(label: str) -> bool:
    return _SUM_ROW.search(folded(label)) is not None


def topics(fact: Fact | Words, subject: str) -> frozenset[str]:
    """Topics of a lexicon a figure is of: by its label, else by the words right behind it.

    "Львиная доля, 18,9 млрд, — субвенции" is said of subventions.
    """
    words = lexicon(subject).words
    return words.named(fact.label) or words.named(fact.after)


def context(fact: Fact | Words) -> str:
    """The nearest words over a fact: the row that heads it, its table's caption, its heading."""
    return _joined(over(fact))


@of_text
def _joined(over: tuple[str, ...]) -> str:
    return " . ".join(over)


def over(fact: Fact | Words) -> tuple[str, ...]:
    """The texts of its ``context``."""
    return (*fact.above[-3:], fact.group)


@of_words
def says_more(fact: Words) -> bool:
    """Are there words where a figure stands that its label has not?

    Of most rows of tables nothing is written but the label and bare figures: a phrase that is not
    in the label is not in the row.
    """
    label, whole = fact.label, fact.whole
    # Letters set apart are joined into a word where a blank is behind them: "Д О Л Г | 5".
    cell = fact.form is Form.CELL and label[-2:].isalpha() and whole.startswith(label)
    return not (cell and _FIGURES.fullmatch(whole, len(label)))
