"""Letters without which a text tells no total: most texts lack them, and are asked nothing else.

Each list grows with the patterns it stands for: ``tests/scoring/test_signs.py`` asks for every way
of theirs.
"""

from collections.abc import Sequence

_GAP = (
    "фицит", "разниц", "разрыв", "сальдо", "сверх", "недоста", "хват", "ниже", "перерасход",
    "перевес", "превышен", "просвет", "плюс", "излиш", "избыт", "остато", "остатк", "осталось",
    "останет", "отрыв", "зазор", "займ", "занять", "дыр", "долг", "выше", "минус", "меньше",
    "больше",
)  # fmt: skip
"""Of ``directed`` and of sums told as by how much more."""
_NO_GAP = ("повыше", "сниже")
"""Neither "повышение" nor "снижение" is one."""
_SUM_AND_GAP = "тысниже"
_NAME = (
    "доход", "поступ", "приход", "получ", "придет", "придут", "пришло", "пришла", "пришли",
    "принес", "собер", "собра", "собира", "зараб", "расход", "разрыв", "результат", "трат",
    "трач", "ассигнов", "направ", "недост", "уйд", "ушло", "ушли", "ушел", "уход", "фицит",
    "сальдо", "баланс", "хват", "избыт", "излиш", "осталось", "останет", "лишни", "revenue",
    "income", "expen", "spending", "deficit", "surplus", "balance",
)  # fmt: skip
"""Of ``labels``."""
_FAINT = (
    "использован", "раздад", "раздал", "отдад", "отдал", "отдат", "отток", "оттек", "выплат",
    "вынем", "вынул", "вынут", "осво", "надо", "ушл", "уше", "куда", "чего", "каких", "каким",
    "наполн", "что",
)  # fmt: skip
"""What more goes out in ``directed``, one of three rows that close, and asks in ``chapters``."""


def gaps(texts: Sequence[str]) -> list[int]:
    """The places of the texts that may say, in whatever words, what lies between two sums."""
    plain = [_without(text.lower().replace("ё", "е")) for text in texts]
    every = "\n".join(plain)
    told = [sign for sign in _GAP if sign in every]
    return [place for place, text in enumerate(plain) if _any(told, text)]


def may_name(plain: str) -> bool:
    """May folded text, or a label made of its words, name a total?"""
    return _any(_NAME, plain)


def may_name_faintly(plain: str) -> bool:
    """May it be a total by what stands around it, or ask for one as titles of chapters do?"""
    return _any(_NAME, plain) or _any(_FAINT, plain)


def _without(plain: str) -> str:
    for words in _NO_GAP:
        if words in plain and _SUM_AND_GAP not in plain:
            plain = plain.replace(words, " ")
    return plain


def _any(signs: Sequence[str], plain: str) -> bool:
    for sign in signs:  # noqa: SIM110 - the quicker way, and most texts have none
        if sign in plain:
            return True
    return False
