"""The scripts that pages of one site share: asked for once, while there is room for them."""

from crawler.browser.sheet import Given

LARGEST = 4 * 2**20
IN_ALL = 64 * 2**20


class Known:
    """Scripts by region and address; the oldest go when there are too many."""

    def __init__(self) -> None:
        self._kept: dict[tuple[str, str], Given] = {}
        self._size = 0

    def get(self, region: str, url: str) -> Given | None:
        """The script, if it is still there."""
        return self._kept.get((region, url))

    def keep(self, region: str, url: str, given: Given) -> None:
        """Remember a script, unless it is too large."""
        if len(given.body) > LARGEST or (region, url) in self._kept:
            return
        self._kept[region, url] = given
        self._size += len(given.body)
        while self._size > IN_ALL:
            oldest = next(iter(self._kept))
            self._size -= len(self._kept.pop(oldest).body)
