"""When https is dead on a host: may its address be asked over http instead?"""

from collections.abc import Sequence
from urllib.parse import urlsplit

from crawler.model import Hop, Outcome
from crawler.walk.redirect import Ended

# A host that is silent on 443 is silent; these say that nobody serves https there.
_DEAD = (Outcome.TLS, Outcome.CONNECTION)


class Plainly:
    """What this run has learnt of the hosts that answer over https, and over http."""

    def __init__(self) -> None:
        self._answered: set[str] = set()
        self._published: set[str] = set()

    def answered(self, url: str, outcome: Outcome) -> None:
        """An address was answered."""
        self._answered.add(_origin(url))
        if outcome.readable:
            self._published.add(_origin(url))

    def instead(self, ended: Ended, passed: Sequence[Hop]) -> str:
        """The http address to ask once, "" when there is nothing to gain.

        Only where https has never answered: else anybody on the line could make us take less.
        Not for a port of its own, and not where http has just sent us away.
        """
        parts = urlsplit(ended.url)
        if parts.scheme != "https" or ended.outcome not in _DEAD or parts.port not in (None, 443):
            return ""
        if _origin(ended.url) in self._answered:
            return ""
        host = parts.netloc.removesuffix(":443")
        plain = parts._replace(scheme="http", netloc=host).geturl()
        return "" if any(hop.url == plain for hop in passed) else plain

    def proves(self, url: str, outcome: Outcome) -> bool:
        """False for a "not found" over http that may come from a server of another purpose.

        Where https is dead, port 80 often belongs to an empty default site, which has nothing.
        """
        return outcome is not Outcome.NOT_FOUND or _origin(url) in self._published


def over_http(fallen: Ended, also: str) -> Ended:
    """How an address ends that was reached neither over https nor over http."""
    return Ended(fallen.url, fallen.outcome, f"{fallen.reason}; over http: {also}")


def is_back(fallen: Ended, target: str) -> bool:
    """True when http leads back to the host whose https is dead."""
    return _origin(fallen.url) == _origin(target)


def _origin(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}".removesuffix(":443")
