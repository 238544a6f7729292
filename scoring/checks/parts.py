"""How an answer made of parts is put in words: what is there, what is not, how many."""

from collections.abc import Sequence

from scoring.language.ru.lexicon import Lexicon

_MOST = 8


def share_words(words: Lexicon, asked: Sequence[str], there: Sequence[str]) -> tuple[str, str]:
    """Which topics of a lexicon are there and which are not, in both languages."""
    lacking = [topic for topic in asked if topic not in there]
    has, no = words.titles(list(there)), words.titles(lacking)
    ru = [f"Есть: {has[0]}."] * bool(there) + [f"Нет: {no[0]}."] * bool(lacking)
    en = [f"Given: {has[1]}."] * bool(there) + [f"Missing: {no[1]}."] * bool(lacking)
    return " ".join(ru), " ".join(en)


def counted(ru: str, en: str, names: Sequence[str]) -> tuple[str, str]:
    """How many, and their names as the edition has them, in both languages."""
    if not names:
        return f"{ru}: 0.", f"{en}: 0."
    listed = ", ".join(names[:_MOST]) + (" …" if len(names) > _MOST else "")
    return f"{ru}: {len(names)} ({listed}).", f"{en}: {len(names)} ({listed})."


def step(count: int, many: int, some: float, few: int = 1) -> float:
    """1 for ``many`` and more, ``some`` for ``few`` and more, else 0."""
    return 1.0 if count >= many else some if count >= few else 0.0
