"""Addresses in a script's text, put together from the pieces that stand around a plus sign."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice

from crawler.pages.scripted.constants import joined

MAX_SCRIPT = 4_000_000
MAX_EXPRESSIONS = 8_000
_WINDOW = 200
_PIECES = 6

_ESCAPES = {"\\/": "/", "\\u002F": "/", "\\u002f": "/", "\\x2F": "/", "\\u0026": "&", "\\x26": "&"}
_ESCAPE = re.compile("|".join(re.escape(one) for one in _ESCAPES))
_CONCAT = re.compile(r"""\.concat\(([^()]{0,200})\)""")
_LITERAL = re.compile(
    r"""(["'`])((?:https?://|/|\.{1,2}/|\?(?=[\w-]+=)|\$\{"""
    r"""|(?:api|rest|ajax|data|json|v\d|assets|static|js)/)(?:[^"'`\s<>\\]|\\[\\dw]){0,400}"""
    r"""|[^"'`\s<>\\/:]{1,80}/[^"'`<>\\\n]{0,300}\.(?:pdf|docx?|xlsx?|pptx?|zip|json))\1"""
)
_QUOTED = r""""[^"\n]{0,300}"|'[^'\n]{0,300}'|`[^`]{0,300}`"""
_WORD = r"[\w$][\w$.]{0,80}(?:\([\w$.\s]{0,60}\))?"
_LEFT = re.compile(rf"({_QUOTED}|{_WORD})\s*\+\s*$")
_RIGHT = re.compile(rf"\s*\+\s*({_QUOTED}|{_WORD})")
_SENT = re.compile(r"\.(?:post|put|patch|delete)(?:<[^<>]{0,40}>)?\s*\(\s*$")
_METHOD = re.compile(r"""(?:method|type)["']?\s*:\s*["'](?:POST|PUT|PATCH|DELETE)""", re.IGNORECASE)
_OPTIONS = re.compile(r"\s*,\s*\{[^}]{0,200}")
_LABEL = re.compile(
    r"""\b(?:title|name|label|text|caption)["']?\s*:\s*(["'`])([^"'`\n]{1,300})\1""", re.IGNORECASE
)
_INNER = re.compile(r"\{[^{}]{0,200}\}")
_LETTER = re.compile(r"\\u([0-9a-fA-F]{4})")


@dataclass(frozen=True, slots=True)
class Expression:
    """An address as it comes to, and the script's text on both sides of it.

    What a script fills in when it runs stands as a name in braces.
    """

    address: str
    before: str
    after: str

    @property
    def is_sent(self) -> bool:
        """An address that is posted to is no list to read."""
        options = _OPTIONS.match(self.after)
        inside = self.before.rpartition("{")[2] + self.after.partition("}")[0]
        return bool(
            _SENT.search(self.before)
            or ("}" not in inside and _METHOD.search(inside))
            or (options and _METHOD.search(options[0]))
        )

    @property
    def label(self) -> str:
        """The title or name that stands in the same braces."""
        before, after = _INNER.sub("", self.before), _INNER.sub("", self.after)
        inside = f"{before.rpartition('{')[2]} ,{after.partition('}')[0].partition('{')[0]}"
        found = [m[2] for m in _LABEL.finditer(inside)]
        return _LETTER.sub(lambda m: chr(int(m[1], 16)), found[0]).strip() if found else ""


def readable(script: str) -> str:
    """A script's text with slashes unescaped and ``"a".concat(b)`` as ``"a"+b``."""
    text = _ESCAPE.sub(lambda m: _ESCAPES[m[0]], script[:MAX_SCRIPT])
    return _CONCAT.sub(lambda m: "+" + m[1].replace(",", "+"), text)


def expressions(text: str, names: Mapping[str, str]) -> Iterator[Expression]:
    """Yield the addresses in a `readable` text, ``names`` being those it gives to addresses."""
    for match in islice(_LITERAL.finditer(text), MAX_EXPRESSIONS):
        start, end, pieces = match.start(), match.end(), [match[0]]
        for _ in range(_PIECES):
            left = _LEFT.search(text, max(0, start - _WINDOW), start)
            if left is None:
                break
            pieces.insert(0, left[1])
            start = left.start()
        for _ in range(_PIECES):
            right = _RIGHT.match(text, end, end + _WINDOW)
            if right is None:
                break
            pieces.append(right[1])
            end = right.end()
        before, after = text[max(0, start - _WINDOW) : start], text[end : end + _WINDOW]
        yield Expression(joined(pieces, names), before, after)
