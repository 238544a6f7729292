"""What `check` was handed, files and addresses, as captures with their Documents."""

from collections.abc import Sequence
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import typer

from budgetwatch.commands.crawl import fetch
from crawler.archive import Archive
from crawler.model import Capture, Region
from crawler.options import Options
from scoring.draft import on_desk
from scoring.editions.linked import address
from scoring.model import Document
from scoring.reader import Reader

LARGEST = 512 << 20
"""Bytes of a file that is read, as many as the crawler takes of a document."""
Handed = tuple[list[Capture], dict[str, Document]]


class NotFetchedError(OSError):
    """An address did not give a document; the text says what happened and what to do."""


def is_address(handed: str) -> bool:
    """An address to be fetched; all else is a file."""
    return handed.lower().startswith(("http://", "https://"))


def read_all(handed: Sequence[str], region: Region, options: Options, folder: Path) -> Handed:
    """Captures in the order handed, and their Documents by sha256; ``folder`` is for scratch.

    Addresses are asked as a crawl asks, robots.txt, pauses and address guard included. Raises
    NotFetchedError for one that gave nothing, typer.BadParameter for a file that cannot be read.
    """
    bodies: dict[str, bytes] = {}
    found = {name: _file(n, name, bodies) for n, name in enumerate(handed) if not is_address(name)}
    urls = [name for name in dict.fromkeys(handed) if is_address(name)]
    if urls:
        found |= _fetched(urls, region, options, folder, bodies)
    captures = [found[name] for name in dict.fromkeys(handed)]
    wanted = {c.sha256: (c.final_url, c.media_type) for c in captures}
    documents = Reader(folder / "documents").read(wanted, bodies.__getitem__)
    return captures, documents


def _file(number: int, name: str, bodies: dict[str, bytes]) -> Capture:
    path = Path(name)
    try:
        if path.stat().st_size > LARGEST:
            raise typer.BadParameter(f"{name} is larger than {LARGEST >> 20} MiB")
        body = path.read_bytes()
    except OSError as wrong:
        raise typer.BadParameter(f"{name} cannot be read: {wrong.strerror}") from None
    key = sha256(body).hexdigest()
    bodies[key] = body
    return on_desk(number, name, key, len(body))


def _fetched(
    urls: Sequence[str], region: Region, options: Options, folder: Path, bodies: dict[str, bytes]
) -> dict[str, Capture]:
    # Each address is a walk of its own that may ask once: a page's links are nobody's draft.
    walks = [_walk(region, number, url) for number, url in enumerate(urls)]
    once = replace(options, polite=replace(options.polite, max_requests=1))
    fetch(walks, folder, once, again="nothing was kept")
    with Archive(folder / "archive", readonly=True) as archive:
        newest = {address(capture.url): capture for capture in archive.captures()}
        found = {url: _document(url, newest.get(address(url))) for url in urls}
        for capture in found.values():
            bodies[capture.sha256] = archive.read(capture)
    return found


def _walk(region: Region, number: int, url: str) -> Region:
    return Region.model_validate(
        {**region.model_dump(mode="json"), "id": f"address-{number}", "home": url, "sources": ()}
    )


def _document(url: str, capture: Capture | None) -> Capture:
    if capture is None:
        raise NotFetchedError(f"{url} was not asked: its turn never came. Check it alone.")
    if not capture.outcome.readable:
        why = f"{capture.outcome}: {capture.reason}".rstrip(": ")
        raise NotFetchedError(
            f"{url} gave no document ({why}). Save the file and check it from the disk."
        )
    return capture
