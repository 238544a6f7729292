"""How to reach the finance body: phone, e-mail or form, postal address?"""

import re
from collections.abc import Iterator
from typing import Literal

from pydantic import Field

from scoring.checks import asking
from scoring.checks.answers import in_file, in_files, measured
from scoring.checks.texts import TextCheck
from scoring.language.ru import reach
from scoring.language.ru.folded import folded
from scoring.language.ru.reach import Reach
from scoring.model import Answered, Dossier, Edition, EditionFile, Evidence, PageLink

_SURVEY = re.compile(r"\b(?:опрос|анкет|голос|оцени|пройди|тест)")
_BY_FORM = re.compile(r"^\W*(?:через |в |на |по )?(?:[а-я-]+ )?форм[уеаы]\b")
_NAMES = {
    Reach.PHONE: ("телефон", "phone"),
    Reach.MAIL: ("электронная почта или форма", "e-mail or form"),
    Reach.ADDRESS: ("почтовый адрес", "postal address"),
}


class Contacts(TextCheck):
    """1 for ``full`` of the three kinds, ``some`` for fewer; a web-studio's do not count.

    Looked for in all the words of the edition's files, tables and the feet of pages included.
    """

    kind: Literal["contacts"]
    full: int = Field(default=2, ge=1, le=3)
    some: float = Field(default=0.5, ge=0, le=1)

    def look(self, dossier: Dossier, edition: Edition, files: tuple[EditionFile, ...]) -> Answered:
        """Quote the first contact of each kind."""
        found: dict[Reach, Evidence] = {}
        for file in files:
            for kind, locator, quote in _contacts(file):
                found.setdefault(kind, in_file(file, locator, quote))
        kinds = [kind for kind in Reach if kind in found]
        value = 1.0 if len(kinds) >= self.full else self.some if kinds else 0.0
        return measured(value, _words(kinds), [found[k] for k in kinds] or in_files(edition))


def _contacts(file: EditionFile) -> Iterator[tuple[Reach, str, str]]:
    """(kind, locator, words) of every contact, in the order of reading."""
    document = file.document
    for contact in reach.contacts((b.text, b.locator) for b in document.blocks):
        yield contact.kind, contact.locator, contact.quote
    rows = ((" | ".join(dict.fromkeys(row)), t.locator) for t in document.tables for row in t.rows)
    for contact in reach.contacts(rows):
        yield contact.kind, contact.locator, contact.quote
    for link in document.links:
        if reach.is_form(link.href, link.text) or _is_for_letters(link):
            yield Reach.MAIL, link.locator, link.text or link.href


def _is_for_letters(link: PageLink) -> bool:
    """A form by what its link asks: "Задайте свой вопрос о бюджете", "... [через форму]".

    A survey takes answers to its own questions.
    """
    if not link.text or _SURVEY.search(folded(link.text)) or asking.elsewhere(link.context):
        return False
    by_form = _BY_FORM.search(folded(link.text)) is not None and asking.asks(link.context)
    return by_form or asking.asks(link.text)


def _words(kinds: list[Reach]) -> tuple[str, str]:
    lacking = [kind for kind in Reach if kind not in kinds]
    sides = []
    for language, (there, gone) in enumerate((("Есть", "Нет"), ("Given", "Missing"))):
        told = [
            f"{title}: {', '.join(_NAMES[kind][language] for kind in some)}."
            for title, some in ((there, kinds), (gone, lacking))
            if some
        ]
        sides.append(" ".join(told))
    return sides[0], sides[1]
