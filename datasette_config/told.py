"""Descriptions that say it in Russian, then in English: each apart."""

import re
from collections.abc import Mapping

_ENGLISH = re.compile(r"(?<=[.]) [A-Z][^а-яё]*$", re.IGNORECASE)


def both(told: str) -> Mapping[str, str]:
    """The Russian and the English half; the English has no Cyrillic in it."""
    parted = _ENGLISH.search(told)
    english = parted[0].strip() if parted else told
    return {"ru": told.removesuffix(english).strip() or told, "en": english}
