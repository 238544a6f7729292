"""Which files stand beside an edition: linked with it, in its row or folder, chapters of it."""

import re
from dataclasses import replace

from scoring.editions.clues import Clues
from scoring.editions.leading import lists
from scoring.editions.linked import address, links_to
from scoring.editions.pointing import linked_as_figures, numbered
from scoring.editions.reading import Reading
from scoring.language.ru.folded import folded

_ADDED = re.compile(r"(?:[_.-][a-zа-я]{2,12}){0,2}", re.I)
"""What a file beside another adds to its name: "_data", "-tablitsy", "_tekst"."""


def beside(reading: Reading, other: Reading) -> bool:
    """One links to the other, or both are linked from one row or under one nearest heading."""
    if reading.silent:
        return (
            child(reading, other)
            or _namesake(reading, other)
            or chapter(reading, other)
            or _figures(reading, other)
            or _part(reading, other)
        )
    one, two = reading.clues, other.clues
    if one.is_page and (links_to(one.capture, one.document, two.capture) or child(reading, other)):
        return True
    if two.is_page and links_to(two.capture, two.document, one.capture):
        return True
    return bool(_spots(reading) & _spots(other))


def child(reading: Reading, other: Reading) -> bool:
    """A page in the folder of a page of the edition."""
    if not other.clues.is_page or other.joins:
        return False
    parent = re.sub(r"/(?:index|default)\.\w+$", "", address(other.clues.capture.url))
    return "/" in parent and address(reading.clues.capture.url).startswith(parent + "/")


def chapter(reading: Reading, other: Reading) -> bool:
    """A page that the edition leads to in its words and that leads back: "1. Главное · 2. Доходы".

    Menus and footers lead everywhere and back.
    """
    one, two = reading.clues, other.clues
    if not (one.is_page and two.is_page) or other.joins or lists(one):
        return False
    return _leads(one, two) and _leads(two, one)


def _leads(one: Clues, two: Clues) -> bool:
    return links_to(one.capture, replace(one.document, links=one.links), two.capture)


def _figures(reading: Reading, other: Reading) -> bool:
    """Data that a page of the edition offers in its words."""
    one, two = reading.clues, other.clues
    offered = one.is_data or linked_as_figures(one)
    return offered and two.is_page and not other.joins and _leads(two, one)


def _part(reading: Reading, other: Reading) -> bool:
    """A numbered part or nameless figures, linked from the edition's row or under its heading."""
    clues = reading.clues
    part = linked_as_figures(clues) if clues.is_data else numbered(clues)
    return part and not clues.is_page and bool(_spots(reading) & _spots(other))


def _namesake(reading: Reading, other: Reading) -> bool:
    """Data or a text of the same address but for its end: "kray_26.pdf" and "kray_26_data.csv"."""
    one, two = address(reading.clues.capture.url), address(other.clues.capture.url)
    if other.joins or not (reading.clues.is_data or numbered(reading.clues)):
        return False
    stem, ending = two.rpartition(".")[0], two.rpartition(".")[2]
    more = one.rpartition(".")[0].removeprefix(stem)
    return "/" not in ending and one.startswith(stem) and _ADDED.fullmatch(more) is not None


def _spots(reading: Reading) -> set[tuple[str, str]]:
    """Where links to it stand: the page with the row's words, the page with the heading."""
    spots = set()
    for mention in reading.clues.mentions:
        page = address(mention.page.url)
        if len(mention.link.context) > len(mention.link.text) + 5:
            spots.add((page, folded(mention.link.context)))
        if mention.headings:
            spots.add((page, "# " + folded(mention.headings[0])))
    return spots
