"""Reads one YAML file a person wrote: small, plain, nothing said twice, or told why not."""

from collections.abc import Iterator
from pathlib import Path

import yaml

MAX_BYTES = 256 * 1024
"""The longest real entry is about 4 KB; a file past this is a mistake or an attack."""

MAX_DEPTH = 16
_TIMESTAMP = "tag:yaml.org,2002:timestamp"
_Base: type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class YamlFault(Exception):  # noqa: N818 - it is a fault of the file, listed beside others
    """Why a file cannot be read: ``where`` is a path inside it, "" for the whole of it."""

    def __init__(self, where: str, what: str) -> None:
        super().__init__(f"{where}: {what}" if where else what)
        self.where, self.what = where, what


class _Loader(_Base):  # type: ignore[misc, valid-type]  # the C loader when libyaml is there
    """Leaves dates as text: ``2026-02-30`` is then refused by name, not by a crash."""


_Loader.yaml_implicit_resolvers = {
    first: [pair for pair in pairs if pair[0] != _TIMESTAMP]
    for first, pairs in _Base.yaml_implicit_resolvers.items()
}


def read(path: Path) -> dict[str, object]:
    """Return the mapping in the file at ``path``; raises YamlFault with place and remedy."""
    text = _text(path)
    try:
        _refuse_bombs(text)
        loader = _Loader(text)
        try:
            node = loader.get_single_node()
            if not isinstance(node, yaml.MappingNode):
                raise YamlFault("", "must be a mapping of keys to values (`id: ...`, `home: ...`)")
            for where, line in _repeated(node, ()):
                raise YamlFault(where, f"the key stands twice (again in line {line}); keep one")
            return dict(loader.construct_document(node))
        finally:
            loader.dispose()
    except yaml.MarkedYAMLError as error:
        raise YamlFault("", _said(error)) from error
    except (yaml.YAMLError, ValueError, OverflowError, TypeError) as error:
        raise YamlFault("", f"is not YAML: {str(error).splitlines()[0]}") from error


def _text(path: Path) -> str:
    try:
        with path.open("rb") as stream:
            body = stream.read(MAX_BYTES + 1)
    except OSError as error:
        raise YamlFault("", f"cannot be read: {error.strerror or error}") from error
    if len(body) > MAX_BYTES:
        raise YamlFault("", f"is larger than {MAX_BYTES // 1024} KiB; an entry takes a few")
    try:
        return body.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise YamlFault("", f"is not UTF-8 (byte {error.start}); save it as UTF-8") from error


def _refuse_bombs(text: str) -> None:
    """Walk the events flat: aliases multiply, deep nesting overruns the stack of the C parser."""
    depth = 0
    for event in yaml.parse(text, Loader=_Loader):
        line = _line(event)
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise YamlFault("", f"line {line}: anchors and aliases (& and *) are not allowed here")
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        if depth > MAX_DEPTH:
            raise YamlFault("", f"line {line}: nested deeper than {MAX_DEPTH} levels")


def _line(thing: yaml.Node | yaml.Event) -> int:
    return thing.start_mark.line + 1 if thing.start_mark else 0


def _repeated(node: yaml.Node, at: tuple[str, ...]) -> Iterator[tuple[str, int]]:
    """Yield (path, line) of every key that a mapping has already had."""
    if isinstance(node, yaml.SequenceNode):
        for index, item in enumerate(node.value):
            yield from _repeated(item, (*at, str(index)))
    if not isinstance(node, yaml.MappingNode):
        return
    seen: set[str] = set()
    for key, value in node.value:
        name = str(key.value)
        if name in seen:
            yield ".".join((*at, name)), _line(key)
        seen.add(name)
        yield from _repeated(value, (*at, name))


def _said(error: yaml.MarkedYAMLError) -> str:
    mark = error.problem_mark or error.context_mark
    place = f" (line {mark.line + 1}, column {mark.column + 1})" if mark else ""
    return f"is not YAML: {error.problem or error.context}{place}"
