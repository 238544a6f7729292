"""Who lives beside a known edition: its page's other links, its folder, its list's other years."""

import re

from crawler.walk.canonical import address
from crawler.walk.traps import listed

# More than a stranger, less than what bears an edition's name.
OTHER_YEAR, SECTION, SIBLING, SAME_FOLDER = 0.75, 0.5, 0.45, 0.3
MAX_KNOWN = 2_000
_DEEP = 3  # slashes of a folder that is not the one where all files of a site lie

_YEAR = re.compile(r"(?<!\d)20[0-4]\d(?!\d)")


class Neighbours:
    """What an edition's place promises for the addresses around it."""

    def __init__(self) -> None:
        self._pages: set[str] = set()
        self._folders: set[str] = set()
        self._shapes: set[str] = set()
        self._sections: set[str] = set()
        self._lists: set[str] = set()

    def learn(self, url: str, via: str, list_of_via: str = "") -> bool:
        """A file like an edition was read; True when that teaches something new.

        ``via`` is the page that links to it, ``list_of_via`` the one that links to that page.
        """
        if len(self._pages) + len(self._folders) >= MAX_KNOWN:
            return False
        before = self._size()
        if list_of_via:
            self._lists.add(address(listed(list_of_via)))
        if _folder(url).count("/") >= _DEEP:
            self._folders.add(_folder(url))
        self._shapes.add(_shape(url))
        if via:
            self._pages.add(address(via))
            self._lists.add(address(listed(via)))
            self._shapes.add(_shape(via))
            self._sections.add(_folder(via.rstrip("/")))
        return self._size() > before

    def promise(self, url: str, page: str, *, file: bool) -> float:
        """What an address on a page is worth for its place alone; 0 for a stranger."""
        if (shape := _shape(url)) and shape in self._shapes:
            return OTHER_YEAR
        if not file:
            return SECTION if address(url) in self._sections else 0.0
        if address(page) in self._pages:
            return SIBLING
        return SAME_FOLDER if _folder(url) in self._folders else 0.0

    def has_list(self, page: str) -> bool:
        """True for a page of a list that has led to an edition: its other pages may, too."""
        return address(listed(page)) in self._lists

    def _size(self) -> int:
        known = self._pages, self._folders, self._shapes, self._sections, self._lists
        return sum(map(len, known))


def _folder(url: str) -> str:
    return address(url).partition("?")[0].rpartition("/")[0] + "/"


def _shape(url: str) -> str:
    """An address with its years left open, "" for one that has no others."""
    key = address(url)
    host, _, rest = key.partition("/")
    shape = _YEAR.sub("#", rest)
    return f"{host}/{shape}" if shape != rest else ""
