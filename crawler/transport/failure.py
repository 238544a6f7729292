"""What went wrong on the wire, as an exception whose text a person can read."""

import os
import ssl
from dataclasses import dataclass
from urllib.parse import urlsplit

import aiohttp
from scrapy.exceptions import (
    CannotResolveHostError,
    DownloadConnectionRefusedError,
    DownloadFailedError,
    DownloadTimeoutError,
)

from crawler.transport import tlswords
from crawler.transport.trouble import RefusedAddress, TlsFailed


@dataclass(frozen=True, slots=True)
class Attempt:
    """What was tried: the address, the TLS rung ("" for http) and the seconds we would wait."""

    url: str
    rung: str
    connect: float
    silence: float
    total: float


def _under(exc: BaseException) -> BaseException:
    """The system's own error below aiohttp's wrapping."""
    return getattr(exc, "os_error", None) or exc.__cause__ or exc


def _said(exc: BaseException) -> str:
    under = _under(exc)
    if isinstance(under, OSError) and (under.errno or 0) > 0:
        return os.strerror(under.errno or 0)
    return getattr(under, "strerror", None) or str(under) or type(under).__name__


def _timeout(exc: BaseException, attempt: Attempt) -> Exception:
    if isinstance(exc, aiohttp.ConnectionTimeoutError):
        return DownloadTimeoutError(f"no connection within {attempt.connect:.0f} s")
    if isinstance(exc, aiohttp.SocketTimeoutError):
        return DownloadTimeoutError(f"the server was silent for {attempt.silence:.0f} s")
    return DownloadTimeoutError(f"the answer was not complete within {attempt.total:.0f} s")


def _tls(exc: BaseException, attempt: Attempt) -> Exception | None:
    """The failure of a secure channel, None when it was something else.

    CertificateRejected and HandshakeFailed are of the greeting: another rung may do better.
    """
    under = _under(exc)
    if isinstance(under, ssl.SSLCertVerificationError):
        return tlswords.certificate(under, urlsplit(attempt.url).hostname or "")
    greeting = isinstance(exc, aiohttp.ClientConnectorError) and attempt.rung
    if isinstance(under, ssl.SSLError):
        told = tlswords.handshake(under)
        return told if greeting else TlsFailed(f"the secure channel broke: {told.reason}")
    # A server that speaks only ciphers we lack (GOST) often just hangs up at our greeting.
    # A reset before there was a connection would have been "refused".
    if greeting and isinstance(under, ConnectionResetError | ConnectionAbortedError):
        return tlswords.hung_up()
    return None


def _connection(exc: BaseException) -> Exception:
    if isinstance(exc, aiohttp.ClientConnectorError):
        return DownloadConnectionRefusedError(f"no connection: {_said(exc)}")
    if isinstance(exc, aiohttp.ServerDisconnectedError):
        return DownloadFailedError("the server closed the connection without an answer")
    if isinstance(exc, aiohttp.ClientResponseError):
        return DownloadFailedError(f"the answer is not proper HTTP: {exc.message[:200]}")
    return DownloadFailedError(f"the connection broke: {_said(exc)}")


def translate(exc: aiohttp.ClientError | OSError, attempt: Attempt) -> Exception:
    """An exception of aiohttp as one of Scrapy's or ours, its text a short English sentence."""
    if isinstance(exc, aiohttp.InvalidURL | aiohttp.NonHttpUrlClientError):
        return RefusedAddress(f"{attempt.url[:200]} is not an address one can ask")
    if isinstance(exc, aiohttp.ClientConnectorDNSError):
        host = urlsplit(attempt.url).hostname
        return CannotResolveHostError(f"the name {host} was not found: {_said(exc)}")
    if isinstance(exc, TimeoutError):
        return _timeout(exc, attempt)
    return _tls(exc, attempt) or _connection(exc)
