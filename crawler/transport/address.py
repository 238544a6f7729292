"""Which addresses the crawler never connects to, whatever name led there."""

import re
import socket
from ipaddress import (
    AddressValueError,
    IPv4Address,
    IPv4Network,
    IPv6Address,
    IPv6Network,
    ip_address,
)

Ip = IPv4Address | IPv6Address

# The IANA special-purpose registries (RFC 6890 and its updates), written out because
# ipaddress.is_global means different things in different patch releases of Python.
_PRIVATE = {
    "127.0.0.0/8": "loopback",
    "10.0.0.0/8": "private",
    "172.16.0.0/12": "private",
    "192.168.0.0/16": "private",
    "100.64.0.0/10": "shared by carriers",
    "::1/128": "loopback",
    "fc00::/7": "private",
}
_NEVER = {
    # Cloud machines hand out their own keys at these addresses, some of them outside
    # link-local: Azure, Alibaba, Amazon and Google.
    "168.63.129.16/32": "a cloud's metadata service",
    "100.100.100.200/32": "a cloud's metadata service",
    "fd00:ec2::/32": "a cloud's metadata service",
    "fd20:ce::254/128": "a cloud's metadata service",
    "169.254.0.0/16": "link-local",
    "fe80::/10": "link-local",
    "fec0::/10": "site-local",
    "0.0.0.0/8": "unspecified",
    "::/128": "unspecified",
    "255.255.255.255/32": "broadcast",
    "224.0.0.0/4": "multicast",
    "ff00::/8": "multicast",
    "192.0.0.0/24": "reserved",
    "192.88.99.0/24": "reserved",
    "198.18.0.0/15": "reserved",
    "240.0.0.0/4": "reserved",
    "192.0.2.0/24": "for documentation",
    "198.51.100.0/24": "for documentation",
    "203.0.113.0/24": "for documentation",
    "2001:db8::/32": "for documentation",
    "3fff::/20": "for documentation",
}
# Where an IPv4 address hides inside an IPv6 one: the prefix and the bits below the address.
_WRAPPERS = (
    (IPv6Network("::ffff:0:0/96"), 0),  # IPv4-mapped
    (IPv6Network("::ffff:0:0:0/96"), 0),  # IPv4-translated
    (IPv6Network("64:ff9b::/96"), 0),  # NAT64
    (IPv6Network("64:ff9b:1::/48"), 0),  # NAT64 of a local network
    (IPv6Network("2002::/16"), 80),  # 6to4
    (IPv6Network("2001::/32"), 64),  # Teredo: its server
)
_TEREDO = IPv6Network("2001::/32")
_ISATAP = (0x00005EFE, 0x02005EFE)  # the middle of an address made by RFC 5214
_GLOBAL_UNICAST = IPv6Network("2000::/3")
# inet_aton's spellings: one to four numbers, each decimal, octal or hexadecimal.
_NUMBERS = re.compile(r"(0x[0-9a-f]*|[0-9]+)(\.(0x[0-9a-f]*|[0-9]+)){0,3}", re.IGNORECASE)


def _net(text: str) -> IPv4Network | IPv6Network:
    return IPv6Network(text) if ":" in text else IPv4Network(text)


_PRIVATE_NETS = tuple((_net(text), kind) for text, kind in _PRIVATE.items())
_NEVER_NETS = tuple((_net(text), kind) for text, kind in _NEVER.items())


def literal(host: str) -> Ip | None:
    """The address a URL's host spells, in any spelling a socket would take; None for a name.

    ``2130706433``, ``0x7f.1``, ``127.1``, ``[::ffff:127.0.0.1]`` are all addresses.
    Raises ValueError for what is shaped like an address and is none.
    """
    bare = host.strip("[]").rstrip(".")
    if ":" in bare:
        return IPv6Address(bare.replace("%25", "%"))
    if not _NUMBERS.fullmatch(bare):
        return None
    try:
        return IPv4Address(socket.inet_aton(bare))
    except OSError:
        raise AddressValueError(f"{host} is no IPv4 address") from None


def _wrapped(ip: IPv6Address) -> list[IPv4Address]:
    """The IPv4 addresses an IPv6 address would be delivered to."""
    number = int(ip)
    found = [IPv4Address(number >> low & 0xFFFFFFFF) for net, low in _WRAPPERS if ip in net]
    if ip in _TEREDO:
        found.append(IPv4Address(~number & 0xFFFFFFFF))
    if number >> 32 & 0xFFFFFFFF in _ISATAP:
        found.append(IPv4Address(number & 0xFFFFFFFF))
    return found


def _kind(ip: Ip, nets: tuple[tuple[IPv4Network | IPv6Network, str], ...]) -> str:
    return next((kind for net, kind in nets if ip.version == net.version and ip in net), "")


def refusal(ip: str | Ip, *, allow_private: bool) -> str:
    """Why nothing is ever asked of ``ip``; "" when it may be.

    ``allow_private`` lets loopback, private and carrier-shared networks through, for sites
    of one's own; link-local, metadata, multicast, unspecified and reserved addresses stay
    refused. Raises ValueError when ``ip`` is no address.
    """
    address = ip_address(ip) if isinstance(ip, str) else ip
    if kind := _kind(address, _NEVER_NETS):
        return f"{address} is {kind}: never crawled"
    if kind := _kind(address, _PRIVATE_NETS):
        hint = "crawled only with --allow-private-hosts"
        return "" if allow_private else f"{address} is {kind}: {hint}"
    if isinstance(address, IPv4Address):
        return ""
    inner = _wrapped(address)
    if not inner and address not in _GLOBAL_UNICAST:
        return f"{address} is reserved: never crawled"
    said = (refusal(one, allow_private=allow_private) for one in inner)
    return next((f"{address} leads to {why}" for why in said if why), "")
