"""The sign of the rouble, which the program that recognises Russian does not have."""

import re

_SCALE = r"тыс\.?|млн\.?|млрд\.?|трлн\.?"
_READ = re.compile(rf"(?:(?<=\d)|\b({_SCALE}))\s?[РP](?=$|[\s,;:)])")
_LOST = re.compile(r"\b(млн|млрд|трлн)(?: 2)?(?=$|[),])")


def signed(text: str) -> str:
    """Text with the sign that was printed: of "72 100 Р", of "118,4 млнР"."""
    return _READ.sub(lambda read: f"{read[1] or ''} ₽".replace("  ", " "), text)


def in_roubles(title: str) -> str:
    """A title that ends in a scale: of what, a chart leaves to the sign that was not read."""
    return _LOST.sub(r"\1 ₽", signed(title))
