"""What earlier runs saw at a region's addresses, so that a second crawl asks only for changes."""

import re
from collections.abc import Iterator

from crawler.archive import Archive
from crawler.model import Capture, Outcome
from crawler.warc.heads import value_of

MAX_ETAG = 500
_PACKED = re.compile(r'[-;](?:gzip|br|deflate)"$')


class Earlier:
    """The last readable capture of each address of one region."""

    def __init__(self, archive: Archive, region: str) -> None:
        self._archive = archive
        captures = sorted(archive.captures(region=region), key=lambda c: (c.fetched_at, c.id))
        # What a browser made of an answer is no version of it that a server could know.
        self._last = {c.url: c for c in captures if c.outcome.readable and c.sha256 and not c.drawn}
        newest = {c.url: c.outcome for c in captures}
        self._gone = {url for url, outcome in newest.items() if outcome is Outcome.NOT_FOUND}

    def at(self, url: str) -> Capture | None:
        """The last capture that says what an address publishes."""
        return self._last.get(url)

    def there(self) -> Iterator[Capture]:
        """What was read at each address, but for those that have said since: not found."""
        yield from (c for url, c in sorted(self._last.items()) if url not in self._gone)

    def conditions(self, url: str, target: str) -> dict[str, str]:
        """Headers that make a request of ``url`` conditional, as it is about to ask ``target``.

        Empty when there is nothing to compare with: an answer "unchanged" must find its bytes.
        """
        known = self._last.get(url)
        if known is None or known.final_url != target:
            return {}
        found = {}
        if known.last_modified and known.last_modified.isascii():
            found["If-Modified-Since"] = known.last_modified
        if etags := _etags(self._etag(known)):
            found["If-None-Match"] = etags
        # A cache on the way must ask the site too.
        return {**found, "Cache-Control": "max-age=0"} if found else {}

    def has(self, url: str) -> bool:
        """True when the bytes of an address's last capture can still be read."""
        known = self._last.get(url)
        return known is not None and self.body(known) is not None

    def body(self, capture: Capture) -> bytes | None:
        """The archived bytes of a capture; None when the archive has lost them."""
        try:
            return self._archive.read(capture)
        except LookupError:
            return None

    def _etag(self, capture: Capture) -> str:
        """The ETag the bytes came with: the index does not keep it, the record does."""
        try:
            records = self._archive.records(capture)
        except LookupError:
            return ""
        heads = [r.head for r in records if r.kind in ("response", "revisit")]
        fields = (line.partition(":") for line in (heads[-1].splitlines() if heads else ()))
        return value_of(tuple((name, value) for name, _, value in fields), "etag")


def _etags(etag: str) -> str:
    """An ETag as If-None-Match sends it back, "" when it is none a header can carry.

    Apache adds ``-gzip`` to the tag of a packed body and does not know it again: it is asked for
    by its plain name too. A weak tag stays weak; comparing for a 304 is weak anyway.
    """
    if not 0 < len(etag) <= MAX_ETAG or not etag.isascii() or not etag.isprintable():
        return ""
    plain = _PACKED.sub('"', etag)
    return etag if plain == etag else f"{etag}, {plain}"
