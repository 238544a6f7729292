"""Is a line under a heading of goals one of them: by what it says, or by its like beside it?"""

from collections.abc import Sequence

from scoring.checks.goal_after import told_after
from scoring.checks.goal_told import bare, only_names, says
from scoring.language.ru.terms import is_term
from scoring.passages import Passage

_SHORT = 2


def is_goal(read: Sequence[Passage], number: int) -> bool:
    """Under a heading of goals: it says something, or is one of lines that are alike."""
    if told_after(read, number) or only_names(read[number]):
        return False
    return says(read[number]) or _short(read, number) or _alike(read, number)


def _short(read: Sequence[Passage], number: int) -> bool:
    """One of several lines of a word: "Дети", "Дороги"; a name of the budget's is a heading."""
    near = read[max(0, number - 1) : number + 2]
    like = [p for p in near if p.above == read[number].above and len(p.text.split()) <= _SHORT]
    told = bare(read[number].text) and not is_term(read[number].text)
    return bool(told) and len(like) > 1 and read[number] in like


def in_a_word(found: Sequence[Passage]) -> list[Passage]:
    """Of lines under a head those of a word or two, where there are several: "Семья", "Село"."""
    told = [p for p in found if len(p.text.split()) <= _SHORT and bare(p.text)]
    plain = [p for p in told if not is_term(p.text) and not any(map(str.isdigit, p.text))]
    return plain if len(plain) > 1 else []


def _alike(read: Sequence[Passage], number: int) -> bool:
    """One of several lines that begin alike: "К дорогам без ям.", "К врачу в каждом селе."."""
    begins = read[number].text.split(maxsplit=1)[0]
    near = (read[n] for n in (number - 1, number + 1) if 0 <= n < len(read))
    like = [p for p in near if p.above == read[number].above and p.text.startswith(f"{begins} ")]
    return bool(like) and begins[:1].isupper() and bool(bare(read[number].text))
