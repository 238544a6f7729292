"""The lines of an HTTP head."""

from collections.abc import Iterator

from scrapy.http import Headers


def lines(headers: Headers) -> Iterator[tuple[bytes, bytes]]:
    """Yield each header's name and value in their order, a name once for each of its values.

    Scrapy's own ``items`` looks every name up again.
    """
    for name, values in dict.items(headers):
        for value in values:
            yield name, value
