"""The further part of a JSON list: which address has it, by what the answer says of itself."""

import re
from collections.abc import Iterator, Mapping
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

_PAGE = re.compile(
    r"(?:current_?)?page(?:_?(?:number|num|no|index))?|pagenumber|number|pagen_\d+|p|page\[number\]"
    r"|pagination\[page\]",
    re.IGNORECASE,
)
_PAGES = re.compile(r"(?:total_?pages?|page_?count|pages(?:_?count)?|last_?page|num_?pages)", re.I)
_TOTAL = re.compile(
    r"(?:total(?:_?(?:count|elements|items|records|rows))?|count|recordstotal)", re.I
)
_OFFSET = re.compile(r"_?(?:offset|skip|start|from|\$skip)", re.IGNORECASE)
_LIMIT = re.compile(
    r"_?(?:limit|take|size|per_?page|page_?size|pagesize|length|rows|\$top|count)", re.I
)
_HOLDERS = ("meta", "pagination", "page", "paging", "pager", "pageinfo", "data", "result", "nav")
_LAST = frozenset({"last", "islast", "is_last"})
_MORE = frozenset({"hasmore", "has_more", "hasnext", "has_next", "hasnextpage", "more"})


def following(url: str, data: object) -> str:
    """The address of the next part of a list, "" when this is the last or the list does not say.

    A ``next`` that is an address of its own is a link like others and not looked at here.
    """
    says = dict(_numbers(data))
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    asked = parse_qsl(parts.query, keep_blank_values=True)
    query = _by_offset(asked, says, data) or _by_page(asked, says, data)
    return urlunsplit(parts._replace(query=urlencode(query, safe="[]$/:,"))) if query else ""


def _numbers(data: object, depth: int = 0) -> Iterator[tuple[str, int | bool]]:
    """The figures an answer gives about itself, at its top or in an object called meta or so."""
    if not isinstance(data, dict) or depth > 2:
        return
    for key, value in data.items():
        if isinstance(value, dict) and str(key).lower() in _HOLDERS:
            yield from _numbers(value, depth + 1)
        elif isinstance(value, bool | int):
            yield str(key), value
        elif isinstance(value, str) and value.isascii() and value.isdigit() and len(value) < 10:
            yield str(key), int(value)


def _figure(says: Mapping[str, int | bool], pattern: re.Pattern[str]) -> int | None:
    found = (v for k, v in says.items() if pattern.fullmatch(k) and not isinstance(v, bool))
    return next(found, None)


def _by_page(
    asked: list[tuple[str, str]], says: Mapping[str, int | bool], data: object
) -> list[tuple[str, str]]:
    named = next((k for k, v in asked if _PAGE.fullmatch(k) and v.isdigit()), "")
    told = next((k for k, v in says.items() if _PAGE.fullmatch(k) and type(v) is int), "")
    if not named and not told:
        return []
    here = int(dict(asked)[named][:9]) if named else int(says[told])
    if not _goes_on(here, asked, says, data, from_zero=told.lower() == "number"):
        return []
    name = named or ("page" if told.lower() in ("number", "current_page", "currentpage") else told)
    kept = [(k, v) for k, v in asked if k != name]
    return [*kept, (name, str(here + 1))]


def _goes_on(
    here: int,
    asked: list[tuple[str, str]],
    says: Mapping[str, int | bool],
    data: object,
    *,
    from_zero: bool,
) -> bool:
    flags = {k.lower(): v for k, v in says.items() if isinstance(v, bool)}
    if any(flags.get(k) for k in _LAST) or any(k in _MORE and not v for k, v in flags.items()):
        return False
    pages = _figure(says, _PAGES)
    if pages is not None:
        return here + 1 < pages if from_zero else here < pages
    if any(flags.get(k) for k in _MORE):
        return True
    total, rows = _figure(says, _TOTAL), _rows(data)
    if total is not None and rows:
        return (here + from_zero) * (_size(asked, says) or rows) < total and total > rows
    size = _asked_size(asked)
    return size is not None and 0 < size <= rows


def _by_offset(
    asked: list[tuple[str, str]], says: Mapping[str, int | bool], data: object
) -> list[tuple[str, str]]:
    named = next((k for k, v in asked if _OFFSET.fullmatch(k) and v.isdigit()), "")
    told = next((k for k in says if _OFFSET.fullmatch(k)), "")
    rows = _rows(data)
    if not rows or not (named or told) or any(_PAGE.fullmatch(k) for k, _ in asked):
        return []
    here = int(dict(asked)[named][:9]) if named else int(says[told])
    total, size = _figure(says, _TOTAL), _asked_size(asked)
    more = here + rows < total if total is not None else size is not None and rows >= size
    name = named or told
    return [*((k, v) for k, v in asked if k != name), (name, str(here + rows))] if more else []


def _size(asked: list[tuple[str, str]], says: Mapping[str, int | bool]) -> int | None:
    told = {k: v for k, v in says.items() if not _TOTAL.fullmatch(k)}
    return _asked_size(asked) or _figure(told, _LIMIT)


def _asked_size(asked: list[tuple[str, str]]) -> int | None:
    return next((int(v[:9]) for k, v in asked if _LIMIT.fullmatch(k) and v.isdigit()), None)


def _rows(data: object, depth: int = 0) -> int:
    """How many things the answer lists: the length of its longest list."""
    if isinstance(data, list):
        return len(data)
    if not isinstance(data, dict) or depth > 2:
        return 0
    return max(
        (_rows(v, depth + 1) for v in data.values() if isinstance(v, dict | list)), default=0
    )
