"""Dates a page states about itself for machines: meta, JSON-LD, microdata, <time>."""

import json
import re
from collections.abc import Iterable, Iterator
from datetime import date

from selectolax.lexbor import LexborHTMLParser, LexborNode

_META = frozenset(
    """
    article:published_time article:modified_time og:updated_time og:published_time
    datepublished datemodified datecreated date dc.date dc.date.issued dc.date.created
    dc.date.modified dcterms.date dcterms.issued dcterms.created dcterms.modified
    dcterms.available pubdate publishdate publish-date publication_date last-modified
    lastmod revised sputnik-date ya:ovs:upload_date
    """.split()  # noqa: SIM905  # words read as words
)
_LD = ("datePublished", "dateModified", "dateCreated", "uploadDate")
_ISO = re.compile(r"(?<!\d)(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)")
_RUSSIAN = re.compile(r"(?<!\d)(\d{1,2})[./](\d{1,2})[./](\d{4})(?!\d)")
_MOST = 200
_LONGEST_LD = 300_000


def page_dates(
    tree: LexborHTMLParser, times: Iterable[tuple[str, str]]
) -> tuple[tuple[str, str], ...]:
    """Pairs (where, ISO date) in the page's order, each once; ``times`` are the walk's own."""
    found = (*_meta(tree), *_linked_data(tree), *times)
    dated = ((where, iso(text)) for where, text in found)
    return tuple(dict.fromkeys((where, day) for where, day in dated if day))[:_MOST]


def iso(text: str) -> str:
    """``2024-12-15`` of ``2024-12-15T10:00+03:00`` or ``15.12.2024``; "" of anything else."""
    if match := _ISO.search(text[:100]):
        parts = (int(match[1]), int(match[2]), int(match[3]))
    elif match := _RUSSIAN.search(text[:100]):
        parts = (int(match[3]), int(match[2]), int(match[1]))
    else:
        return ""
    try:
        return date(*parts).isoformat()
    except ValueError:
        return ""


def _meta(tree: LexborHTMLParser) -> Iterator[tuple[str, str]]:
    for node in tree.css("meta[content]")[:1000]:
        attributes = node.attributes
        for key in ("property", "name", "itemprop", "http-equiv"):
            name = (attributes.get(key) or "").strip()
            # An http-equiv is the server's word repeated, not the author's.
            if key != "http-equiv" and name.lower() in _META:
                yield f"meta {name[:60]}", attributes.get("content") or ""


def _linked_data(tree: LexborHTMLParser) -> Iterator[tuple[str, str]]:
    for node in tree.css("script[type='application/ld+json']")[:20]:
        text = _script(node)
        if len(text) > _LONGEST_LD:
            continue
        try:
            held = json.loads(text)
        except (ValueError, RecursionError):
            continue
        yield from _dates_in(held)


def _script(node: LexborNode) -> str:
    return node.text(deep=True) or ""


def _dates_in(held: object) -> Iterator[tuple[str, str]]:
    waiting = [held]
    while waiting:
        thing = waiting.pop()
        if isinstance(thing, list):
            waiting.extend(reversed(thing))
        elif isinstance(thing, dict):
            yield from ((f"json-ld {key}", str(thing[key])) for key in _LD if key in thing)
            waiting.extend(v for v in reversed(thing.values()) if isinstance(v, dict | list))
