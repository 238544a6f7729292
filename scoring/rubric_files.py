"""Finds the file of a rubric, bundled or by path, and reads its YAML strictly."""

from collections.abc import Iterator
from difflib import get_close_matches
from importlib import resources
from pathlib import Path

import yaml

from scoring.rubric_faults import Fault

MAX_BYTES = 512 * 1024
_FOLDER = resources.files("scoring") / "rubrics"


class UnreadableError(Exception):
    """No YAML mapping could be had; ``fault`` says why and what to do."""

    def __init__(self, fault: Fault) -> None:
        self.fault = fault
        super().__init__(str(fault))


def bundled() -> tuple[str, ...]:
    """Names of the rubrics shipped with the program, sorted."""
    names = (item.name for item in _FOLDER.iterdir())
    return tuple(sorted(name.removesuffix(".yaml") for name in names if name.endswith(".yaml")))


def find(name_or_path: str | Path) -> tuple[str, bytes]:
    """(file name, bytes) of a rubric. A text without a slash or ".yaml" is a bundled name."""
    text = str(name_or_path)
    if isinstance(name_or_path, Path) or "/" in text or text.endswith((".yaml", ".yml")):
        return Path(text).name, _bytes(Path(text))
    if text not in bundled():
        near = get_close_matches(text, bundled(), n=1, cutoff=0.3)
        hint = f"did you mean {near[0]}? " if near else ""
        known = ", ".join(bundled())
        raise UnreadableError(Fault("", "", f"no rubric is called {text!r}; {hint}Known: {known}"))
    return f"{text}.yaml", (_FOLDER / f"{text}.yaml").read_bytes()


def parse(file: str, body: bytes) -> dict[str, object]:
    """The mapping a YAML text holds. A key that stands twice is refused: YAML keeps the last."""
    try:
        text = body.decode("utf-8-sig")
        # A few aliases of aliases are a gigabyte of text; a rubric has no need of them.
        if any(isinstance(event, yaml.AliasEvent) for event in yaml.parse(text, yaml.SafeLoader)):
            raise UnreadableError(Fault(file, "", "uses aliases (*name); write the text out"))
        loader = yaml.SafeLoader(text)
        try:
            node = loader.get_single_node()
            faults = list(_repeated(node, ())) if node else []
            raw = None if node is None or faults else loader.construct_document(node)
        finally:
            loader.dispose()
    except UnicodeDecodeError as error:
        why = f"is not UTF-8 (byte {error.start}); save it as UTF-8"
        raise UnreadableError(Fault(file, "", why)) from error
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        raise UnreadableError(Fault(file, "", f"is not YAML: {_one_line(error)}")) from error
    if faults:
        where, line = faults[0]
        raise UnreadableError(Fault(file, where, f"stands twice (again in line {line}); keep one"))
    if not isinstance(raw, dict):
        what = "must be a mapping of keys to values (`id: ...`, `criteria: ...`)"
        raise UnreadableError(Fault(file, "", what))
    return {str(key): value for key, value in raw.items()}


def _bytes(path: Path) -> bytes:
    try:
        with path.open("rb") as stream:
            body = stream.read(MAX_BYTES + 1)
    except OSError as error:
        why = f"cannot be read: {error.strerror or error}"
        raise UnreadableError(Fault(str(path), "", why)) from error
    if len(body) > MAX_BYTES:
        why = f"is larger than {MAX_BYTES // 1024} KiB; a rubric takes a few dozen"
        raise UnreadableError(Fault(path.name, "", why))
    return body


def _one_line(error: Exception) -> str:
    mark = getattr(error, "problem_mark", None)
    place = f" (line {mark.line + 1}, column {mark.column + 1})" if mark else ""
    return f"{getattr(error, 'problem', None) or str(error).splitlines()[0]}{place}"


def _repeated(node: yaml.Node, at: tuple[str, ...]) -> Iterator[tuple[str, int]]:
    """(path, line) of every key its mapping has had already."""
    if isinstance(node, yaml.SequenceNode):
        for index, item in enumerate(node.value):
            yield from _repeated(item, (*at, str(index)))
    if not isinstance(node, yaml.MappingNode):
        return
    seen: set[str] = set()
    for key, value in node.value:
        name = str(key.value)
        if name in seen:
            yield ".".join((*at, name)), key.start_mark.line + 1
        seen.add(name)
        yield from _repeated(value, (*at, name))
