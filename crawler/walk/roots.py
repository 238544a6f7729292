"""Which scripted page an endpoint serves, and whether one of them has answered for it."""

from crawler.pages.link import Link, LinkKind
from crawler.walk.behind import is_behind


class Roots:
    """The requests that stand behind the scripted pages of one region."""

    def __init__(self) -> None:
        self._root: dict[str, str] = {}
        self._served: dict[str, list[str]] = {}
        self._endpoints: set[str] = set()
        self._spoken: set[str] = set()

    def led(self, page: str, link: Link, url: str) -> None:
        """A page, or a script or answer behind it, leads to ``url``."""
        if not is_behind(link) or url in self._root:
            return
        root = self._root.get(page, page)
        self._root[url] = root
        self._served.setdefault(root, []).append(url)
        if link.kind is LinkKind.ENDPOINT:
            self._endpoints.add(url)

    def answered(self, url: str, *, good: bool) -> None:
        """An address has answered: a ``good`` endpoint speaks for its page."""
        if good and url in self._endpoints:
            self._spoken.add(self._root[url])

    def behind(self, page: str) -> tuple[str, ...]:
        """What was found behind a page so far."""
        return tuple(self._served.get(page, ()))

    def is_spoken_for(self, page: str) -> bool:
        """True when what a page would show has come without a browser."""
        return page in self._spoken
