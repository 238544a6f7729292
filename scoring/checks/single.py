"""One object, and not objects of a kind: its noun stands in the singular."""

import re

from scoring.language.ru.folded import folded
from scoring.language.ru.lexicon import lexicon
from scoring.language.ru.topics import tokens_of
from scoring.language.ru.words import dictionary
from scoring.remembered import of_text

# The work is named by a noun, and the object by its genitive: "реконструкция театра".
_WORK = re.compile(
    r"\b(?:(?:пере|до)?строительств|реконструкци|(?:кап)?ремонт|реставраци|модернизаци|возведени|"
    r"завершени|создани|обустройств|благоустройств|восстановлени|расширени|открыти|ввод|корпус)"
)
_RECEIVES = re.compile(r"\b(?:получ|да(?:дут|ли|ст)|достан|доста|выдел|направ|отда)\w*")
_LIKELY = 0.05


@of_text
def is_single(label: str) -> bool:
    """Does its first object stand in the singular: "перинатальный центр", not "школы"?"""
    mention = next((m for m in lexicon("objects").words.found(label) if m.topic != "works"), None)
    if mention is None:
        return False
    said = tokens_of(label)[mention.first : mention.last]
    plain = folded(label)
    cases = {"nomn", "accs"} | ({"gent"} if _WORK.search(plain) else set())
    cases |= {"datv"} if _RECEIVES.search(plain) else set()
    return any(case in cases for word in said for case in _singular(word))


@of_text
def _singular(word: str) -> frozenset[str]:
    """The cases a word may be in, read as a noun in the singular."""
    tags = (p.tag for p in dictionary().parse(word) if p.score > _LIKELY)
    return frozenset(str(tag.case) for tag in tags if {"NOUN", "sing"} <= tag.grammemes)
