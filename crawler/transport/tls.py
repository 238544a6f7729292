"""The TLS ladder: how a secure channel is tried, strictest first."""

import ssl
from dataclasses import dataclass

from scrapy.settings import BaseSettings
from scrapy.utils.ssl import _make_ssl_context

UNVERIFIED = "tls-unverified"


@dataclass(frozen=True, slots=True)
class Rung:
    """One way to make a channel. ``flag`` is what a response that came over it is marked with."""

    name: str
    context: ssl.SSLContext
    flag: str


def ladder(settings: BaseSettings) -> tuple[Rung, ...]:
    """The rungs in the order they are climbed after a certificate was rejected.

    Further rungs (old protocols, GOST) are further entries here.
    """
    trusting = _make_ssl_context(settings)
    trusting.check_hostname = False
    trusting.verify_mode = ssl.CERT_NONE
    careless = Rung("unverified", trusting, UNVERIFIED)
    if not settings.getbool("DOWNLOAD_VERIFY_CERTIFICATES"):
        return (careless,)
    return (Rung("verified", _make_ssl_context(settings), ""), careless)
