"""A page of the site made a file: its links lead to files, its forms give way to a sentence."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from html import escape, unescape

# Our templates write these attributes in double quotes, and escape quotes in all they show.
_LINK = re.compile(r'\s(href|src)="([^"]*)"')
_FORM = re.compile(r"<form\b.*?</form>", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Page:
    """``found`` are the addresses on the site that the file's links lead to, in their order."""

    html: str
    found: tuple[str, ...]


def page(
    html: str, stands: Callable[[str], str | None], way: Callable[[str], str], say: str
) -> Page:
    """The page with every link of the site led to a file.

    ``stands`` is the address that answers another in the export (None: the link is taken away),
    ``way`` the link to it from this page, ``say`` what stands in the place of a form.
    """
    found: list[str] = []

    def led(link: re.Match[str]) -> str:
        to = unescape(link[2])
        if not to.startswith("/"):
            return link[0]
        address, sign, fragment = to.partition("#")
        there = stands(address)
        if there is None:
            return ""
        found.append(there)
        return f' {link[1]}="{escape(way(there) + sign + fragment)}"'

    note = f'<p class="note">{escape(say)}</p>'
    return Page(_LINK.sub(led, _FORM.sub(note, html)), tuple(dict.fromkeys(found)))
