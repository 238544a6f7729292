"""Troubles of our own naming: each exception knows the outcome its request ends as."""

from scrapy.exceptions import IgnoreRequest

from crawler.model import Outcome


class Trouble(IgnoreRequest):
    """A request that ended without an answer, with its outcome and a sentence saying why.

    An ``IgnoreRequest``, so that Scrapy hands it to the errback and logs no stack trace:
    the world's troubles are values, not errors of ours.
    """

    outcome: Outcome

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class RefusedAddress(Trouble):
    """We do not go there: a private, local or malformed address."""

    outcome = Outcome.REFUSED_ADDRESS


class TlsFailed(Trouble):
    """No secure channel could be made, on no rung we have."""

    outcome = Outcome.TLS


class CertificateRejected(TlsFailed):
    """The channel was there, the certificate was not one to trust: the next rung may do."""


class HandshakeFailed(TlsFailed):
    """The server and we found no way to talk: older or other ciphers may do."""


class NoCommonCipher(HandshakeFailed):
    """The server wants none of our ciphers, as one that speaks only GOST."""


class HungUp(HandshakeFailed):
    """The server left at our greeting: it did not like it, or the line broke."""


class TooLarge(Trouble):
    """The body is larger than we take, as sent or once unpacked."""

    outcome = Outcome.TOO_LARGE


class RobotsDenied(Trouble):
    """The site's robots.txt does not let us in."""

    outcome = Outcome.ROBOTS_DENIED


class HostGivenUp(Trouble):
    """Not asked, because the host has already failed; ends as what it failed with."""

    def __init__(self, outcome: Outcome, reason: str) -> None:
        super().__init__(reason)
        self.outcome = outcome
