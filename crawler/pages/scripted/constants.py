"""Names that a script gives to addresses, and what an expression of pieces comes to."""

import re
from collections.abc import Mapping, Sequence
from itertools import islice

_NAMED = re.compile(
    r"""([A-Za-z_$][\w$]{0,60})["']?\s*[:=]\s*(["'`])((?:https?://|//|/|\$\{|api\b|[\w-]{1,40}/)[^"'`\s<>]{0,300})\2"""
)
_EMPTY = re.compile(r"""([A-Za-z_$][\w$]{2,60})["']?\s*[:=]\s*(?:""|''|``)""")
_BASE = re.compile(
    r"(?i)^(?:(?:\w*(?:api|backend|rest)\w*(?:base|url|uri|path|root|host|endpoint|prefix|server))"
    r"|base_?(?:url|uri|path)|\w*_?api|api\w{0,4})$"
)
_NAME = re.compile(r"[A-Za-z_$][\w$]*")
_HOLE = re.compile(r"\$\{([^{}]{0,120})\}")
_CLIENT = re.compile(r"""\b(base_?(?:URL|Url|url))["']?\s*:\s*([A-Za-z_$][\w$.]{0,60})\s*[,}]""")
_ALIAS = re.compile(
    r"(?<![\w$.])([A-Za-z_$][\w$]{0,60})\s*=\s*(?:[\w$]{1,60}\.){1,4}([A-Za-z_$][\w$]{0,60})\s*[,;\n)]"
)
_NEAR = 3_000
MAX_NAMES = 5_000

# The page's own site, however a script spells it.
_HERE = frozenset({"origin", "host", "hostname", "PUBLIC_URL", "BASE_PATH", "publicPath"})
_WRAPPERS = frozenset(
    {"toString", "trim", "toLowerCase", "String", "encodeURIComponent", "encodeURI"}
)


def constants(script: str) -> dict[str, str]:
    """The addresses a script names; a name that stands for several stands for none."""
    found: dict[str, str] = {}
    torn: set[str] = set()
    for match in _NAMED.finditer(script):
        name, value = match[1], match[3]
        if found.setdefault(name, value) != value:
            torn.add(name)
        if len(found) >= MAX_NAMES:
            break
    for match in _EMPTY.finditer(script):
        # An empty base is the site itself; elsewhere it may be filled.
        if match[1] not in found and _BASE.match(match[1]):
            found[match[1]] = ""
    for match in islice(_ALIAS.finditer(script), MAX_NAMES):
        # "a = window.CONFIG.apiUrl": another script says what it is.
        if is_base(match[2]) and found.setdefault(match[1], f"{{{match[2]}}}") != f"{{{match[2]}}}":
            torn.add(match[1])
    return {name: value for name, value in found.items() if name not in torn}


def built_on(script: str, names: Mapping[str, str]) -> dict[str, str]:
    """The base a client is made with, when it stands under a name: ``create({baseURL: o})``.

    Minified scripts use a letter for many things; the assignment just before is meant.
    """
    found: dict[str, str] = {}
    for match in islice(_CLIENT.finditer(script), 20):
        name = match[2].rpartition(".")[2]
        near = script[max(0, match.start() - _NEAR) : match.start()]
        told = re.findall(
            rf"""(?<![\w$.]){re.escape(name)}\s*=\s*["'`]([^"'`\s<>]{{1,300}})["'`]""", near
        )
        unknown = f"{{{name}}}" if is_base(name) else ""
        if value := (told[-1] if told else names.get(name, unknown)):
            found.setdefault(match[1], value)
    return found


def is_base(name: str) -> bool:
    """True for a name that is given to an address others are built on."""
    return bool(_BASE.match(name))


def bases(names: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """Which of the named addresses others are built on: ``apiUrl``, ``BASE_URL``, ``baseURL``."""
    return tuple((name, value) for name, value in names.items() if value and _BASE.match(name))


def joined(pieces: Sequence[str], names: Mapping[str, str]) -> str:
    """What an expression's pieces come to; what is not known stays as a name in braces."""
    return "".join(_piece(piece, names) for piece in pieces)


def _piece(piece: str, names: Mapping[str, str]) -> str:
    if piece[:1] in ('"', "'"):
        return piece[1:-1]
    if piece[:1] == "`":
        return filled(piece[1:-1], names)
    return _value(piece, names)


def filled(template: str, names: Mapping[str, str]) -> str:
    """A template literal with what is known in it."""
    return _HOLE.sub(lambda hole: _value(hole[1], names), template)


def _value(expression: str, names: Mapping[str, str]) -> str:
    known = [n for n in _NAME.findall(expression) if n not in _WRAPPERS]
    if not known or known[-1] in _HERE:
        return ""
    value = names.get(known[-1])
    if value is None:
        return "{" + known[-1].strip("$_") + "}" if known[-1].strip("$_") else ""
    # A constant may be built on one other; no deeper.
    return _HOLE.sub(lambda hole: names.get((_NAME.findall(hole[1]) or [""])[-1], ""), value)
