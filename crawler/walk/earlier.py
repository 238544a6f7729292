"""What earlier runs saw at a region's addresses, so that a second crawl asks only for changes."""

from collections.abc import Iterator

from crawler.archive import Archive
from crawler.model import Capture, Outcome
from crawler.warc.heads import value_of


class Earlier:
    """The last readable capture of each address of one region."""

    def __init__(self, archive: Archive, region: str) -> None:
        self._archive = archive
        captures = sorted(archive.captures(region=region), key=lambda c: (c.fetched_at, c.id))
        self._last = {c.url: c for c in captures if c.outcome.readable and c.sha256}
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
        if known.last_modified:
            found = {"If-Modified-Since": known.last_modified}
        elif etag := self._etag(known):
            found = {"If-None-Match": etag}
        else:
            return {}
        # A cache on the way must ask the site too.
        return {**found, "Cache-Control": "max-age=0"}

    def body(self, capture: Capture) -> bytes:
        """The archived bytes of a capture; b"" when the archive has lost them."""
        try:
            return self._archive.read(capture)
        except LookupError:
            return b""

    def _etag(self, capture: Capture) -> str:
        """The ETag the bytes came with: the index does not keep it, the record does."""
        try:
            records = self._archive.records(capture)
        except LookupError:
            return ""
        heads = [r.head for r in records if r.kind in ("response", "revisit")]
        fields = (line.partition(":") for line in (heads[-1].splitlines() if heads else ()))
        return value_of(tuple((name, value) for name, _, value in fields), "etag")
