"""The TLS ladder: how a secure channel is tried, strictest first."""

import ssl
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path

from scrapy.settings import BaseSettings
from scrapy.utils.ssl import _make_ssl_context

from crawler.transport.gost import NO_GOST, has_gost, only_gost
from crawler.transport.roots import check, trust
from crawler.transport.trouble import CertificateRejected, HandshakeFailed, TlsFailed

VERIFIED, UNVERIFIED, LEGACY, GOST, HTTP = "verified", "unverified", "legacy", "gost", "http"

# Servers without secure renegotiation (RFC 5746); ssl has a name for it since Python 3.12.
_OP_LEGACY_SERVER_CONNECT = 0x4
# Anonymous and empty ciphers stay away: no public server needs them.
_OLD_CIPHERS = f"ALL:!aNULL:!eNULL:{NO_GOST}:@SECLEVEL=0"

_ADVICE = (
    "; the site may speak only GOST ciphers: a GOST engine for OpenSSL may help "
    "(libengine-gost-openssl and OPENSSL_CONF, see docs/tls.md)"
)


@dataclass(frozen=True)
class Rung:
    """One way to make a channel, and the kind of trouble that leads down to it."""

    name: str
    make: Callable[[], ssl.SSLContext]
    mends: type[TlsFailed]

    @cached_property
    def context(self) -> ssl.SSLContext:
        """Made when a site needs it: reading the system's authorities takes a while."""
        return self.make()


@dataclass(frozen=True, slots=True)
class Ladder:
    """The rungs, strictest first. ``advice`` ends the reason of a host that no rung reached."""

    rungs: tuple[Rung, ...]
    advice: str = ""

    def below(self, rung: Rung, trouble: TlsFailed) -> Rung | None:
        """The next rung that may do where ``rung`` failed; None at the end of the ladder."""
        rest = self.rungs[self.rungs.index(rung) + 1 :]
        return next((lower for lower in rest if isinstance(trouble, lower.mends)), None)


def ladder(settings: BaseSettings) -> Ladder:
    """The rungs this crawl has.

    Only the first believes in certificates: system roots and ``BUDGETWATCH_EXTRA_CA`` (PEM
    files). The last is there when the OpenSSL that Python uses speaks GOST. ValueError for a
    file that is no bundle.
    """
    gost, extra = has_gost(), [Path(name) for name in settings.getlist("BUDGETWATCH_EXTRA_CA")]
    check(extra)
    rungs = [
        Rung(UNVERIFIED, lambda: _blind(_ordinary(settings)), CertificateRejected),
        Rung(LEGACY, _legacy, HandshakeFailed),
    ]
    if settings.getbool("DOWNLOAD_VERIFY_CERTIFICATES"):
        rungs.insert(0, Rung(VERIFIED, partial(_strict, settings, extra), TlsFailed))
    if gost:
        rungs.append(Rung(GOST, lambda: only_gost(_legacy()), HandshakeFailed))
    return Ladder(tuple(rungs), "" if gost else _ADVICE)


def _strict(settings: BaseSettings, extra: list[Path]) -> ssl.SSLContext:
    context = _ordinary(settings)
    trust(context, extra)
    return context


def _ordinary(settings: BaseSettings) -> ssl.SSLContext:
    """As Scrapy makes it, but for GOST, which has a rung of its own where it can be spoken."""
    context = _make_ssl_context(settings)
    context.set_ciphers(f"{settings['DOWNLOADER_CLIENT_TLS_CIPHERS'] or 'DEFAULT'}:{NO_GOST}")
    # Python's own least; as Debian builds it, it leaves that to the machine's settings.
    context.minimum_version = max(context.minimum_version, ssl.TLSVersion.TLSv1_2)
    return context


def _blind(context: ssl.SSLContext) -> ssl.SSLContext:
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    return context


def _legacy() -> ssl.SSLContext:
    """For servers nobody has touched in ten years: TLS 1.0, short keys, SHA-1."""
    context = _blind(ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT))
    context.set_ciphers(_OLD_CIPHERS)
    # Whatever OpenSSL has: it was built without SSL 3. Naming TLS 1.0 would warn.
    context.minimum_version = ssl.TLSVersion.MINIMUM_SUPPORTED
    context.options |= _OP_LEGACY_SERVER_CONNECT
    return context
