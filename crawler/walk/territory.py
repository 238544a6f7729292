"""Whose address is it: the region's own, a second official place, or somebody else's?"""

from collections.abc import Collection
from enum import StrEnum
from urllib.parse import urlsplit

from crawler.model import Region
from crawler.walk.canonical import canonical, site


class Reach(StrEnum):
    """How far the walk follows an address."""

    INSIDE = "inside"
    ONE_HOP = "one hop"
    OUTSIDE = "outside"


# Federal bodies publish editions of their own under the same name; taken for a region's they
# would be its best document. Inside them only what the registry names is the region's.
FEDERAL = frozenset(
    {
        *("minfin.gov.ru", "minfin.ru", "budget.gov.ru", "roskazna.gov.ru", "roskazna.ru"),
        *("gov.ru", "government.ru", "kremlin.ru", "duma.gov.ru", "council.gov.ru", "nalog.gov.ru"),
        *("nalog.ru", "cbr.ru", "ach.gov.ru", "pravo.gov.ru", "publication.pravo.gov.ru"),
        *("zakupki.gov.ru", "bus.gov.ru", "gosuslugi.ru", "pos.gosuslugi.ru", "data.gov.ru"),
        *("nifi.ru", "fincult.info", "vashifinancy.ru", "rosstat.gov.ru", "economy.gov.ru"),
        *("ffoms.gov.ru", "sfr.gov.ru", "regulation.gov.ru", "torgi.gov.ru"),
    }
)
# Nothing of theirs is an official publication that can be read without an account.
_TALK = frozenset(
    {
        *("vk.com", "vk.ru", "ok.ru", "t.me", "telegram.me", "telegram.org", "youtube.com"),
        *("youtu.be", "rutube.ru", "facebook.com", "instagram.com", "twitter.com", "x.com"),
        *("dzen.ru", "zen.yandex.ru", "max.ru", "whatsapp.com", "wa.me", "viber.com", "tiktok.com"),
        *(
            "yandex.ru",
            "ya.ru",
            "google.com",
            "google.ru",
            "mail.ru",
            "rambler.ru",
            "livejournal.com",
        ),
        *("metrika.yandex.ru", "maps.yandex.ru", "play.google.com", "apps.apple.com"),
    }
)
# Their owners are everybody: a region keeps brochures there, and links to them by name.
_DISKS = frozenset(
    {
        *("disk.yandex.ru", "disk.yandex.com", "disk.360.yandex.ru", "yadi.sk", "cloud.mail.ru"),
        *("drive.google.com", "docs.google.com", "dropbox.com", "sberdisk.ru", "files.fm"),
    }
)
# Many owners share these; a common ending says nothing about kinship.
_SHARED = frozenset(
    {
        *("gov.ru", "com.ru", "org.ru", "net.ru", "spb.ru", "msk.ru", "gosuslugi.ru", "ifinmon.ru"),
        *("gosweb.gosuslugi.ru", "interactive-budget.ru", "narod.ru", "ucoz.ru", "tilda.ws"),
        *("xn--p1ai", "github.io"),
    }
)


class Territory:
    """The hosts of one region, from its registry entry; ``others`` are hosts of other regions."""

    def __init__(self, region: Region, others: Collection[str] = ()) -> None:
        urls = (str(region.home), *(str(source.url) for source in region.sources))
        own = [c for url in urls if (c := canonical(url))]
        self._hosts = {site(url) for url in own} - FEDERAL
        self._places = tuple((site(u), urlsplit(u).path) for u in own if site(u) in FEDERAL)
        self._others = frozenset(others) - self._hosts
        self._kin = {k for host in self._hosts if (k := _owner(host))}

    def owns(self, url: str) -> bool:
        """True for an address on a host, or below a federal address, that the registry names."""
        host = site(url)
        if host in self._hosts:
            return True
        path = urlsplit(url).path
        return any(host == h and path.startswith(p) for h, p in self._places)

    def adopt(self, url: str) -> None:
        """Count a host as the region's from now on: one of its own led there for good."""
        self._hosts.add(site(url))

    def is_kin(self, url: str) -> bool:
        """True for a host of the same owner: ``df.region.ru`` moved to ``minfin.region.ru``."""
        host = site(url)
        return host not in FEDERAL and _owner(host) in self._kin

    def reach(self, url: str, *, says: float, file: bool) -> Reach:
        """How far to follow a link that says so much about an edition."""
        if self.owns(url):
            return Reach.INSIDE
        if self.stranger(url):
            return Reach.OUTSIDE
        enough = _FILE_SAYS if file or is_disk(url) else _PAGE_SAYS
        return Reach.ONE_HOP if says >= enough else Reach.OUTSIDE

    def stranger(self, url: str) -> str:
        """Whose an address is that is never followed, "" when words may support it."""
        host = site(url)
        if host in FEDERAL:
            return "federal"
        if host in self._others:
            return "other region's"
        return "social network" if _is_talk(host) else ""


# A document on another host belongs to the row it stands in; a page must bear an edition's name.
_FILE_SAYS = 0.4
_PAGE_SAYS = 0.85


def _owner(host: str) -> str:
    """The name an owner holds: ``gov35.ru`` of ``minfin.gov35.ru``; "" where owners share one."""
    labels = host.split(".")
    if len(labels) < 2 or labels[-1].isdigit():
        return ""
    for size in (2, 3, 4):
        ending = ".".join(labels[-size:])
        if len(labels) >= size and ending not in _SHARED:
            return ending
    return ""


def is_disk(url: str) -> bool:
    """True for a page of a cloud disk, which is a document in a wrapper."""
    return site(url) in _DISKS


def hosts_of(region: Region) -> frozenset[str]:
    """The hosts a registry entry names."""
    urls = (str(region.home), *(str(source.url) for source in region.sources))
    return frozenset(site(found) for url in urls if (found := canonical(url)))


def _is_talk(host: str) -> bool:
    labels = host.split(".")
    return host not in _DISKS and any(".".join(labels[n:]) in _TALK for n in range(len(labels) - 1))
