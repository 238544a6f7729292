"""A labelled region's site on disk, as the server of the demo's sites wants it."""

from datetime import UTC, datetime, time
from hashlib import sha256
from pathlib import Path, PurePosixPath
from urllib.parse import quote

from benchmarks.labels.model import Labelled
from benchmarks.labels.prints.page import site_page
from benchmarks.labels.prints.picture import photograph
from benchmarks.labels.prints.press import made
from budgetwatch.demo_site import Host, Site

_AT_ONCE = 8
"""Regions printed together: one start of LibreOffice does not live through 250 files."""


def sites(regions: tuple[Labelled, ...], cache: Path, folder: Path) -> dict[str, Site]:
    """Every region's site by its host, its pages and files laid out under ``folder``.

    ``cache`` keeps what was printed between runs.
    """
    prints: dict[tuple[str, str], Path] = {}
    for at in range(0, len(regions), _AT_ONCE):
        prints |= made(regions[at : at + _AT_ONCE], cache)
    return {region.host: _site(region, prints, folder / region.region.id) for region in regions}


def _site(region: Labelled, prints: dict[tuple[str, str], Path], folder: Path) -> Site:
    folder.mkdir(parents=True)
    addresses: dict[str, str] = {}

    def lay(path: str, suffix: str, body: bytes) -> str:
        name = f"{sha256(path.encode()).hexdigest()[:16]}{suffix}"
        (folder / name).write_bytes(body)
        addresses[path] = name
        return path

    def picture(caption: str) -> str:
        name = sha256(caption.encode()).hexdigest()[:12]
        return quote(lay(f"/upload/foto/{name}.jpg", ".jpg", photograph(caption)))

    for page in region.pages:
        lay(page.path, ".html", site_page(region, page, picture).encode())
    for file in region.files:
        suffix = PurePosixPath(file.path.partition("?")[0]).suffix or f".{file.format}"
        lay(file.path, suffix, prints[region.region.id, file.path].read_bytes())
    dated = {
        thing.path: datetime.combine(thing.last_modified, time(9), UTC)
        for thing in region.things
        if thing.last_modified
    }
    return Site(folder, Host(charset="utf-8", last_modified=dated, addresses=addresses))
