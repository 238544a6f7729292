"""By how many different tools and media does the citizens' budget reach people?"""

import re
from collections.abc import Iterator
from typing import Literal

from pydantic import Field

from scoring.checks.answers import in_file, in_files, measured
from scoring.checks.survey import SurveyQuestion
from scoring.checks.texts import readable
from scoring.language.ru.folded import folded
from scoring.language.ru.lexicon import lexicon
from scoring.model import Answered, Dossier, Edition, EditionFile, Evidence
from scoring.passages import Piece, passages
from scoring.remembered import of_text

_INTERNET = "internet"
_OF_THE_EDITION = re.compile(
    r"\b(?:брошюр\w*|буклет\w*|издани[еяюи]\w*|бюджет\w* для граждан|листовк\w*|памятк\w*|ролик\w*|"
    r"инфографик\w*|презентаци\w*|материал\w*)\b"
)
_SPREADS = re.compile(
    r"\b(?:распростран\w+|размещ\w+|разда(?:ём|ем|ют|ва\w+)|опубликов\w+|публику\w+|напечат\w+|"
    r"печата\w+|выпу(?:ск|щ)\w+|вы[йш]\w+ тираж\w+|тираж\w*|пока[зж]\w+|трансл\w+|выстав\w+|"
    r"можно (?:взять|получить|посмотреть|найти|услышать|увидеть|прочитать|скачать|послушать)|"
    r"смотрите|слушайте|читайте|возьмите|ищите|доступ\w+|рассказываем|проводим|прошли|выход\w+)\b"
)


class SurveyMedia(SurveyQuestion):
    """a for ``many`` tools or more, b for two, c for one, d: no edition. OBS, question 65.

    The site is one; others count when the edition says it is spread by them. What happens off
    the web leaves no trace in an archive of it, so the answer stays open upwards.
    """

    kind: Literal["survey-media"]
    many: int = Field(default=3, ge=3)

    def look(self, dossier: Dossier, edition: Edition) -> Answered:
        """Quote where each further medium is named."""
        found: dict[str, Evidence] = {}
        for file in readable(edition):
            for medium, where in _media(file):
                found.setdefault(medium, where)
        there = [medium for medium in lexicon("media").topics if medium in found]
        count = 1 + len(there)
        value = 1.0 if count >= self.many else self.b if count > 1 else self.c
        ru, en = lexicon("media").titles([_INTERNET, *there])
        words = (f"Каналов, которые видны: {count} ({ru}).", f"Media to be seen: {count} ({en}).")
        proof = [found[medium] for medium in there] or in_files(edition)
        return measured(value, words, proof, high=1.0)


def _media(file: EditionFile) -> Iterator[tuple[str, Evidence]]:
    for passage in passages(file.document.legible):
        if passage.piece is not Piece.HEADING and _is_spread(passage.text):
            for medium in sorted(lexicon("media").words.named(passage.text) - {_INTERNET}):
                yield medium, in_file(file, passage.locator, passage.text)


@of_text
def _is_spread(text: str) -> bool:
    plain = folded(text)
    return _OF_THE_EDITION.search(plain) is not None and _SPREADS.search(plain) is not None
