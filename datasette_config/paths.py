"""Addresses on the site itself: the language before, the rating chosen behind."""

from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urlencode


@dataclass(frozen=True, slots=True)
class Paths:
    """``path("/region/x")`` is the address of a page in the reader's language.

    ``root`` puts the prefix of the installation before an address. ``kept`` are the wave and the
    rubric when they are not the ones the site opens with: links on the page keep to them.
    """

    root: Callable[[str], str]
    lang: str
    kept: tuple[tuple[str, str], ...] = ()

    def __call__(self, to: str, lang: str = "", **query: object) -> str:
        """The address of a page, with choices; those that are empty are left out."""
        place, _, fragment = to.partition("#")
        english = (lang or self.lang) == "en"
        whole = self.root(f"/en{place}" if english else place)
        chosen = {**dict(self.kept), **{k: v for k, v in query.items() if v not in ("", None)}}
        asked = urlencode(chosen, doseq=True) if chosen else ""
        return whole + ("?" + asked if asked else "") + ("#" + fragment if fragment else "")

    def file(self, to: str) -> str:
        """The address of what has no language: a picture, a feed, a copy from the archive."""
        return self.root(to)
