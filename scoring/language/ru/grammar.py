"""What a Russian word is in its sentence, as far as the word alone tells."""

from dataclasses import dataclass
from functools import lru_cache

from scoring.language.ru.words import dictionary

_KNOWN = 100_000
_LIKELY = 0.1
_NAMES = ("Geox", "Surn", "Name", "Patr", "Abbr")


@dataclass(frozen=True, slots=True)
class Grammar:
    """A word read alone: of several readings the likeliest, and a genitive if it may well be one.

    ``genitive`` is said of nouns and of what agrees with them (``attribute``). ``passive`` are
    participles of the passive voice, short ones too; ``done`` is a verb in -ся in the third
    person whose verb without -ся takes an object: "выплачивается" may be a passive,
    "находится" may look like one.
    """

    lemma: str
    noun: bool = False
    attribute: bool = False
    genitive: bool = False
    name: bool = False
    passive: bool = False
    done: bool = False


@lru_cache(_KNOWN)
def grammar(word: str) -> Grammar:
    """The grammar of a word in lower case."""
    readings = dictionary().parse(word)
    first = readings[0]
    tag, lemma = first.tag, str(first.normal_form).replace("ё", "е")
    likely = [r.tag for r in readings if r.score >= _LIKELY and r.tag.POS == tag.POS]
    attribute = tag.POS in ("ADJF", "PRTF")
    return Grammar(
        lemma,
        noun=tag.POS == "NOUN",
        attribute=attribute,
        genitive=any("gent" in one for one in likely),
        name=any(mark in tag for mark in _NAMES),
        passive=tag.POS in ("PRTS", "PRTF") and "pssv" in tag,
        done=tag.POS == "VERB" and {"impf", "3per"} <= tag.grammemes and _takes_object(lemma),
    )


def _takes_object(lemma: str) -> bool:
    """Is there a verb without -ся that takes an object: выплачивать something."""
    if not lemma.endswith("ся"):
        return False
    plain = dictionary().parse(lemma[:-2])[0]
    return bool(plain.is_known and "tran" in plain.tag)
