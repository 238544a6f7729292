"""Goals told without a sentence that names them: an answer, an order of paying, a pointing back."""

import re
from collections.abc import Sequence
from itertools import takewhile

from scoring.checks.aims import is_aim
from scoring.checks.goal_heads import MANY, names_goals
from scoring.checks.goal_leads import led_inline, under_why, wanted
from scoring.checks.goal_numbered import by_number, in_a_line, may_be_numbered
from scoring.checks.goal_pointed import pointed_at
from scoring.checks.goal_served import needed, served
from scoring.checks.goal_told import bare, listed, says
from scoring.checks.goal_weighed import may_be_weighed, weighed, weighed_below
from scoring.checks.goal_wished import meant, points_back, wants
from scoring.checks.lines import NUMBERED
from scoring.facts import Unit
from scoring.facts.quantity import quantities
from scoring.language.ru.folded import any_of, folded
from scoring.passages import Passage, Piece
from scoring.remembered import of_text

_THINGS = re.compile(
    rf"\b{MANY} (?:[а-я]+(?:ых|ые|ими|ыми|их|ие) )?"
    r"(?:точк|вещ|дел(?:а|ам|ах|ами)?\b|опор|столп|кит|акцент|лини|обещани|забот|ставк|"
    r"тем(?:а|ы|ам|ах|ами)?\b|курс|маяк|вызов|правил)\w*[^.:]{0,90}(?::|\s-)\s"
)
_WEIGHED = re.compile(
    r"больше всего|прежде всего|главн|важн|в перв|упор|ставк|держит|опира|сосредоточ|сконцентр|"
    r"вложит|нацел|стремит|добива|озабоч|забот|\bкит[аы]?\b|столп"
)
_WHITHER = re.compile(r"^\W*(?:куда|к чему|чего|ради чего|зачем|наш курс|на чем держи)\b")
_SPENT = re.compile(r"\bденег\b|\bсредств\b|рубл|расход|источник|налог")
_POLICY_TO = re.compile(r"^\W*(?:[а-я]+ая (?:и )?){1,2}политика\s?(?::|-)\s(?P<aims>.+)", re.S)
_PAID_FIRST = any_of(
    r"\b(?:первым делом|в первую очередь|раньше всех)\b[^.!?]{0,30}?"
    r"\b(?:деньги|средства|рубли) (?:\w+ )?(?:получ|пойд|ид[еу]т|направ|достан)\w*(?P<whom>.+)",
    r"\b(?:деньги|средства|рубли) (?:\w+ ){0,2}(?:первым делом|в первую очередь|раньше всех) "
    r"(?:получ|пойд|ид[еу]т|направ|достан)\w*(?P<them>.+)",
)
_AND = re.compile(r"[,;]\s|\sи\s")
_DASH = re.compile(r"\s[-–—]\s")
_ECHO = re.compile(r"^\W*(?:на то|к тому|ради того|за то|на|к|ради|за)\b", re.I)
_FIRST_ITEM = re.compile(r":\s*(?:\d[.)]|[аa]\)|[-–—•])[^:]*;\s*$")
_ITEMS = 10


def told_otherwise(read: Sequence[Passage], number: int) -> list[tuple[Passage, int]]:
    """Passages that state goals in these ways, and how many each states."""
    this = read[number]
    over = next(iter(this.above[-1:]), "")
    if goals := _ranked(this.text, over) or _answered(read, number) or wanted(read, number):
        return [(this, goals)]
    if goals := led_inline(this.text) or under_why(read, number) or in_a_line(this):
        return [(this, int(goals))]
    if below := _below(read, number) or by_number(read, number) or needed(read, number):
        return [(passage, 1) for passage in below]
    if below := weighed_below(read, number):
        return [(passage, 1) for passage in below]
    if goals := served(this.text) or weighed(this.text) or wants(read, number):
        return [(this, goals)]
    return pointed_at(read, number) or meant(read, number)


def may_tell_otherwise(text: str) -> bool:
    """May it state goals so, or what stands before or below it? Of few texts it need be asked.

    What begins with "чтобы" is ``wanted``, or ``wants``; behind a colon stands what is ``needed``.
    Whoever adds a way adds its condition here, unless it names goals.
    """
    plain = folded(text)
    if "чтоб" in plain or plain.rstrip().endswith(":") or names_goals(text):
        return True
    if _THINGS.search(plain) or _POLICY_TO.match(plain) or _PAID_FIRST.search(plain):
        return True
    if may_be_numbered(text) or points_back(plain) or led_inline(text) or served(text):
        return True
    return bool(weighed(text)) or may_be_weighed(text)


@of_text
def _ranked(text: str, over: str) -> int:
    """How many goals a sentence puts first without naming them so, 0 when it does not.

    "Три вещи, на которых держится бюджет: дети, дороги, врачи"; "налоговая политика: вывести
    зарплаты из тени"; "первым делом деньги получат школы и больницы".
    """
    if text.rstrip().endswith(("?", ":")) or any(q.unit is Unit.MONEY for q in quantities(text)):
        return 0
    plain = folded(text)
    if things := _THINGS.search(plain):
        ours = "бюджет" in plain and _WEIGHED.search(plain)
        weighed = (ours or _WHITHER.match(folded(over))) and not _SPENT.search(plain)
        return _parts(plain[things.end() :]) if weighed else 0
    if policy := _POLICY_TO.match(plain):
        return _parts(policy["aims"]) if is_aim(policy["aims"]) else 0
    if paid := _PAID_FIRST.search(plain):
        return _parts(paid["whom"] or paid["them"])
    return 0


def _parts(plain: str) -> int:
    return len([part for part in _AND.split(plain) if bare(part)])


def _answered(read: Sequence[Passage], number: int) -> int:
    """How many goals the next sentence tells, in answer to a question that names goals."""
    asked, answer = read[number], read[number + 1 : number + 2]
    if not asked.text.rstrip().endswith("?") or not names_goals(asked.text):
        return 0
    for said in answer:
        here = said.above == asked.above and said.piece is Piece.SENTENCE
        if not here or not says(said) or any(q.unit is Unit.MONEY for q in quantities(said.text)):
            return 0
        if is_aim(said.text) or _ECHO.match(folded(said.text)):
            return listed(_DASH.sub(" ", _ECHO.sub("", said.text)))
    return 0


def _below(read: Sequence[Passage], number: int) -> list[Passage]:
    """The items of the list that a lead which names goals opens: "1) дети; 2) дороги"."""
    lead = read[number].text
    first = [read[number]] if _FIRST_ITEM.search(lead) else []
    if not (first or lead.rstrip().endswith(":")) or not names_goals(lead):
        return []
    below = takewhile(_is_item, read[number + 1 : number + 1 + _ITEMS])
    return found if len(found := [*first, *below]) > 1 else []


def _is_item(passage: Passage) -> bool:
    marked = NUMBERED.match(passage.text) or passage.text.rstrip().endswith(";")
    summed = any(q.unit is Unit.MONEY for q in quantities(passage.text))
    return bool((marked or passage.piece is Piece.ITEM) and bare(passage.text)) and not summed
