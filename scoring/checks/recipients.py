"""Which groups of people a passage names, and what is spoken of them."""

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from scoring.checks.sizes import sized
from scoring.language.ru.folded import folded
from scoring.language.ru.lexicon import lexicon
from scoring.language.ru.receivers import given, headed
from scoring.language.ru.topics import Mention, tokens_of
from scoring.passages import Passage, Piece
from scoring.remembered import of_text

_SUPPORT = re.compile(
    r"\b(?:выплат|пособи|поддерж|льгот|компенс|субсиди[яиюей]|обеспеч|мер[ауы] |мерах|помощ|помог|"
    r"помож|стипенди|питани|питать|корм|проезд|капитал|жиль[ея]|квартир|доплат|единовремен|"
    r"ежемесячн|"
    r"надбав|скидк|сертификат|получ|предоставл|бесплатн|подъемн|грант|пенси[яиюей]\b|содержани|"
    r"оздоровл|отдых|лекарств|вознагражден|премии|освобожд|возмещ|выда[юе]|социальн|ипотек|"
    r"соцконтракт|на ребенка|кому\b|подарк|положен|верн[уе]|дадут|дадим|реабилитац|"
    r"каждый месяц|каждому|заплатим|доплатим|дарим\b|возвращаем\b|"
    r"(?:област|кра[йе]|республик|регион|округ)\w* (?:[а-я]+ )?"
    r"(?:плат[ия]т|заплат|перечисл)|перечисляем|целев\w+ групп)"
)
_RECEIVERS = re.compile(
    r"^\W*(?:категори|получател|кто\b|кому\b|кого\b|групп[аы]|льготн|(?:целев|социальн)\w+ групп|"
    r"наименование (?:категори|групп|получател))"
)
_WHOM = re.compile(
    r"\b(?:кому|кто (?:и сколько )?(?:получ|выигр|может)|кого|помощ|помо[жг]|поддерж|выплат|"
    r"пособи|льгот|забот)"
)
_EARN = re.compile(r"\bзарплат|\bзаработн|\bработник|\bчисленност")
_FOR_EACH = re.compile(r"на (?:каждого|одного|каждую|одну)")
_RELIEF = "utilities"
_ANY_FAMILY = "families"
_MEASURES = ("льготн", "компенсац", "субсиди", "скидк", "оплат")
"""Words of a relief that say nobody's name."""
_NUMBER = re.compile(r"\d")
_SUM_ROW = re.compile(r"^\W*(?:всего|итого)\b")


@of_text
def helps(text: str) -> bool:
    """Does a text speak of support?"""
    return _SUPPORT.search(folded(text)) is not None


def receives(passage: Passage) -> bool:
    """Is it a row of a table of receivers, about a group that is known?"""
    plain = folded(passage.text)
    named = lexicon("groups").words.named(passage.text.split(" | ")[0])
    listed = passage.piece is Piece.ROW and any(map(_of_receivers, passage.above[-2:]))
    return listed and bool(named) and sized(passage) and not _EARN.search(plain)


@of_text
def _of_receivers(head: str) -> bool:
    return _RECEIVERS.search(folded(head)) is not None


def groups(passage: Passage) -> tuple[str, ...]:
    """The groups a passage names; in a table of receivers whoever its row is about."""
    found = lexicon("groups").words.found(passage.text)
    if passage.piece is Piece.ROW:
        return _of_row(passage, known=bool(found))
    if found and (known := tuple(dict.fromkeys(m.topic for m in _own(found, passage.text)))):
        return known
    others = _others(passage)
    return others if others and sized(passage) else ()


def _of_row(passage: Passage, *, known: bool) -> tuple[str, ...]:
    """The groups of a row; where it names none that is ``known``, few rows have any."""
    columns = heads(passage)
    if not (known or columns or any(map(_of_receivers, passage.above[-1:]))):
        return ()
    words = lexicon("groups").words
    cells = passage.text.split(" | ")
    # Of a row its first cells, where the group is; its other cells may name payers.
    found = dict.fromkeys(m.topic for m in words.found(" | ".join(cells if columns else cells[:2])))
    receivers = any(map(_of_receivers, passage.above[-1:]))
    found |= dict.fromkeys(who for c in cells if columns and not words.named(c) for who in given(c))
    if found or not receivers or not sized(passage) or _SUM_ROW.search(folded(cells[0])):
        return tuple(found)
    return (cells[0],)


def _own(found: Sequence[Mention], text: str) -> Iterator[Mention]:
    """The mentions but "льготный" whose relief it is: "льготный проезд пенсионеров"."""
    said = tokens_of(text)
    named = {m.topic for m in found}
    for mention, after in zip_longest(found, found[1:]):
        relief = mention.topic == _RELIEF and said[mention.first].startswith(_MEASURES)
        # "Семья получает 1 540 рублей на каждого школьника": the family gets it.
        each = mention.first >= 2 and _FOR_EACH.fullmatch(
            " ".join(said[mention.first - 2 : mention.first])
        )
        if each and len(named) > 1:
            continue
        whose = after is not None and after.first - mention.last <= 1 and after.topic != _ANY_FAMILY
        if not (relief and whose):
            yield mention


def _others(passage: Passage) -> tuple[str, ...]:
    """People the lexicon does not know who are given something, as the words say."""
    who = given(passage.text)
    if who and not helps(" ".join((passage.text, *passage.above[-1:]))):
        who = ()
    if not who and any(map(_asks_whom, passage.above[-1:])):
        who = headed(passage.text)
    return (", ".join(who),) if who else ()


def _asks_whom(head: str) -> bool:
    """A heading over those who get something: "Кому станет легче", "Помощь в семью"."""
    return _WHOM.search(folded(head)) is not None


def heads(passage: Passage) -> bool:
    """Several groups beside each other are heads of columns: what they get stands below."""
    if " | " not in passage.text or _NUMBER.search(passage.text):
        return False
    words = lexicon("groups").words
    cells = passage.text.split(" | ")
    return sum(bool(words.named(c) or given(c)) for c in cells) > 1
