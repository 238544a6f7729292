"""Who made the site or laid out the brochure: their phones and mails reach no finance body."""

import re

from scoring.language.ru.folded import any_of, folded
from scoring.language.ru.signs import any_in
from scoring.remembered import of_text

_MAKERS = any_of(
    r"(?:разработ\w+|создани\w+|создан|дизайн\w*|изготовлен\w*|поддержк\w+|продвижени\w+|"
    r"сопровожден\w+|хостинг\w*)(?:\s+и\s+\w+)?\W{0,3}(?:\w+\s+)?"
    r"(?:сайт(?:а|ов)?|портал(?:а|ов)|веб\w*|web\w*)\b",
    r"\b(?:веб|web|интернет|дизайн)[\s-]?(?:студи\w+|агентств\w+|мастер\w*)|\bweb-?studio|\bхостинг\b",
    r"\b(?:верстк\w+|макет|оформление|дизайн|печать|иллюстраци\w+|рисунки|фото(?:графии)?)\s?[-:]",
    r"\b(?:студи[яи]|типографи\w+|(?:рекламн|креативн)\w+ агентств\w+)(?=\W)|\bотпечатан\w*",
    r"\bтех(?:нич\w+|\.)?\s?поддержк\w+|\b(?:site|website) (?:by|design\w*|develop\w*)",
    r"разработка\s*[-:]",
)
_SIGNS = (
    "сайт", "портал", "веб", "web", "студи", "агентств", "мастер", "хостинг", "поддержк", "site",
    "разработка", "верстк", "макет", "оформлен", "дизайн", "печать", "иллюстрац", "рисунки", "фото",
    "типографи", "отпечатан",
)  # fmt: skip
"""Of these every form has one at least."""
_OURS = re.compile(
    r"\n|министерств\w+|департамент\w+|управлени\w+ финанс|финансов\w+ управлени|комитет\w*"
)


def made_by(text: str) -> bool:
    """Does the text speak of the makers?"""
    plain = folded(text)
    return _is_signed(plain) and _MAKERS.search(plain) is not None


@of_text
def _is_signed(plain: str) -> bool:
    return any_in(plain, _SIGNS)


def without_makers(text: str) -> tuple[str, bool]:
    """The text without what speaks of the makers, and whether any of it did."""
    plain, at = folded(text), 0
    if not _is_signed(plain):
        return text, False
    kept: list[str] = []
    while makers := _MAKERS.search(plain, at):
        kept.append(text[at : makers.start()])
        ours = _OURS.search(plain, makers.end())
        at = ours.start() if ours else len(text)
    return "".join([*kept, text[at:]]), bool(kept)
