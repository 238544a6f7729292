"""Which line of a robots.txt keeps us from an address: the sentence to show to its owner."""

import re
from urllib.parse import unquote, urlsplit

_LINE = re.compile(r"^\s*([A-Za-z-]+)\s*:\s*(.*?)\s*(?:#.*)?$")
MAX_LINES = 20_000
MAX_RULE = 500


def forbidding(robots: str, url: str, agent: str) -> str:
    """The longest matching ``Disallow`` of the agent's group, as written; "" when none matches.

    RFC 9309, 2.2: the group that names the agent counts, else that of ``*``.
    """
    rules = _groups(robots)
    mine = next((rules[name] for name in rules if name != "*" and name in agent.lower()), None)
    parts = urlsplit(url)
    path = unquote(parts.path or "/") + (f"?{unquote(parts.query)}" if parts.query else "")
    matching = [rule for rule in (mine or rules.get("*", [])) if _matches(rule, path)]
    return f"Disallow: {max(matching, key=len)}" if matching else ""


def _groups(robots: str) -> dict[str, list[str]]:
    groups: dict[str, list[str]] = {}
    current: list[str] = []
    naming = False
    for line in robots.splitlines()[:MAX_LINES]:
        found = _LINE.match(line[:2_000])
        name, value = (found[1].lower(), found[2]) if found else ("", "")
        if name == "user-agent":
            current = [*current, value.lower()] if naming else [value.lower()]
            groups.update({agent: groups.get(agent, []) for agent in current if agent})
        elif name == "disallow" and value:
            for agent in filter(None, current):
                groups[agent].append(value[:MAX_RULE])
        naming = name == "user-agent" or (naming and not name)
    return groups


def _matches(rule: str, path: str) -> bool:
    """Does a rule with ``*`` and ``$`` fit? Piece by piece: no pattern can make it slow."""
    anchored = rule.endswith("$")
    first, *pieces = unquote(rule.removesuffix("$")).split("*")
    if not path.startswith(first):
        return False
    at = len(first)
    for piece in pieces:
        found = path.find(piece, at)
        if found < 0:
            return False
        at = found + len(piece)
    return not anchored or at == len(path) or (bool(pieces) and path.endswith(pieces[-1]))
