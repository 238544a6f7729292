"""--resolve: which hosts' requests go elsewhere than the name system says."""

from __future__ import annotations

import re
from dataclasses import dataclass
from ipaddress import ip_address

from crawler.transport.address import literal

FORM = "HOST:PORT:ADDRESS:PORT, for example *:443:127.0.0.1:8443 or budget.example:80:[::1]:8080"
_SPEC = re.compile(
    r"(?P<host>\[[^\]]+\]|[^:\[\]]+):(?P<port>\d+|\*|):"
    r"(?P<address>\[[^\]]+\]|[^:\[\]]+)(:(?P<target>\d*))?"
)
_HIGHEST_PORT = 65535


def canonical(host: str) -> str:
    """A host as hosts are compared: punycode, lower case, an address in its usual spelling.

    Raises ValueError for a host no name system could hold.
    """
    ip = literal(host)
    if ip is not None:
        return str(ip)
    return host.rstrip(".").lower().encode("idna").decode("ascii").lower()


def _port(text: str | None) -> int | None:
    if not text or text == "*":
        return None
    if not 1 <= int(text) <= _HIGHEST_PORT:
        raise ValueError(f"port {text} is not between 1 and {_HIGHEST_PORT}")
    return int(text)


@dataclass(frozen=True, slots=True)
class Redirection:
    """Requests to ``host`` and ``port`` (None: any) go to ``address`` and ``target``.

    ``host`` is ``*`` for every host; ``target`` None keeps the port that was asked.
    """

    host: str
    port: int | None
    address: str
    target: int | None

    @classmethod
    def parse(cls, text: str) -> Redirection:
        """From curl's ``--resolve`` spelling with a port at the end; ValueError shows the form."""
        found = _SPEC.fullmatch(text.strip())
        if found is None:
            raise ValueError(f"--resolve {text!r} is not of the form {FORM}")
        try:
            host = found["host"] if found["host"] == "*" else canonical(found["host"])
            address = str(ip_address(found["address"].strip("[]")))
            return cls(host, _port(found["port"]), address, _port(found["target"]))
        except ValueError as exc:
            raise ValueError(f"--resolve {text!r}: {exc}; the form is {FORM}") from exc

    def applies(self, host: str, port: int) -> bool:
        """True when a request to the canonical ``host`` and ``port`` is meant."""
        return self.host in ("*", host) and self.port in (None, port)


class Redirections(tuple[Redirection, ...]):
    """All of a run's redirections, in the order they were given."""

    __slots__ = ()

    @classmethod
    def parse(cls, texts: list[str]) -> Redirections:
        """From the values of ``--resolve``; ValueError names the one that is wrong."""
        return cls(Redirection.parse(text) for text in texts)

    def lookup(self, host: str, port: int) -> tuple[str, int] | None:
        """Where to connect instead, (address, port); None when nothing was said.

        A host named outright goes before ``*``; otherwise the first match wins.
        """
        name = canonical(host)
        matches = [one for one in self if one.applies(name, port)]
        matches.sort(key=lambda one: one.host == "*")
        return next(((one.address, one.target or port) for one in matches), None)

    def stays_here(self, host: str, port: int) -> bool:
        """True when requests to ``host`` and ``port`` are known never to leave this machine."""
        try:
            sent = self.lookup(host, port)
            ip = literal(sent[0] if sent else host)
        except ValueError:
            return False
        return ip is not None and ip.is_loopback
