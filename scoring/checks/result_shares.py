"""Results told as shares: of roads in good repair, of pupils in clubs; shares of money are none."""

import re

from scoring.checks.figures import context
from scoring.checks.result_cells import OF_MONEY
from scoring.facts import Fact, Form
from scoring.language.ru.folded import folded
from scoring.language.ru.lexicon import lexicon

_SHARE = re.compile(
    r"\bдол[яиюе]\b|охват|уровень|обеспеченн|удовлетворенн|готовност|снижени\w+ смерт|смертност"
)
_PEOPLE = re.compile(
    r"^\W*(?:всех |наших )?(?:школьник|дет(?:ей|и)\b|учени|учащ|жител|граждан|горожан|сельчан|"
    r"пациент|сем(?:ей|ьи)\b|педагог|учител|врач|пенсионер|молод|студент|выпускник|родител|"
    r"инвалид|новорожд|младенц|сирот|взросл|подрост|юнош|посетител|заявител|пассажир|читател)\w*"
)


def share_of_good(fact: Fact) -> bool:
    """A share of something done, as of roads in good repair; shares of money are none."""
    plain = folded(fact.label)
    if OF_MONEY.search(plain) or lexicon("macro").words.named(fact.label):
        return False
    if fact.form is not Form.CELL and (_share_of_things(fact) or _share_of_people(fact)):
        return True
    listed = fact.form is Form.CELL and "indicator" in lexicon("results").words.named(context(fact))
    return listed or _SHARE.search(plain) is not None


def _share_of_things(fact: Fact) -> bool:
    """A share of what is built, and what becomes of it: "82 % дорог станут ровными"."""
    words = lexicon("results").words
    of = " ".join(fact.after.split()[:2])
    done = "done" in words.named(f"{fact.label} {fact.after}") and not OF_MONEY.search(
        folded(fact.whole)
    )
    return done and "thing" in words.named(of)


def _share_of_people(fact: Fact) -> bool:
    """A share of people, what becomes of them: "97 % школьников — в кружках", told as a result."""
    of = fact.after or fact.label
    if not _PEOPLE.match(folded(of)) or OF_MONEY.search(folded(fact.whole)):
        return False
    words = lexicon("results").words
    return "done" in words.named(f"{fact.label} {of}") or "indicator" in words.named(context(fact))
