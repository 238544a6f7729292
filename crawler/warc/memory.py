"""What the archive remembers beside HTTP, written so that the index can be made anew from it."""

from dataclasses import asdict, fields

from crawler.model import Capture, Outcome, Run
from crawler.warc.fields import Value, decode, encode

_PLACE = frozenset({"warc_file", "warc_offset"})
_CAPTURE = tuple(f.name for f in fields(Capture) if f.name not in _PLACE)
# What archives of earlier versions do not say.
_LATER = {"tls": "", "tls_problem": "", "drawn": ""}
_RUN = tuple(f.name for f in fields(Run))


def capture_block(capture: Capture) -> bytes:
    """All of a capture except where it stands, which only the file itself can say."""
    return encode({name: getattr(capture, name) for name in _CAPTURE})


def read_capture(block: bytes, warc_file: str, warc_offset: int) -> Capture | None:
    """The capture a metadata record tells of, None when the record is about something else."""
    found = {**_LATER, **decode(block, _CAPTURE)}
    if len(found) < len(_CAPTURE):
        return None
    return capture_of({**found, "warc_file": warc_file, "warc_offset": warc_offset})


def capture_of(found: dict[str, Value]) -> Capture:
    """A Capture from plain values; ValueError or TypeError when they are not one."""
    texts = found.pop("link_texts")
    outcome = Outcome(str(found.pop("outcome")))
    if not isinstance(texts, list):
        raise TypeError(f"link_texts is {texts!r}, not a list")
    return Capture(**found, outcome=outcome, link_texts=tuple(str(t) for t in texts))  # type: ignore[arg-type]  # the values come from our own record


def opening_block(run: Run) -> bytes:
    """The warcinfo of a run: what the standard asks for, then the run itself."""
    plain = (
        ("software", run.tool),
        ("format", "WARC File Format 1.1"),
        (
            "conformsTo",
            "https://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/",
        ),
        ("robots", "classic"),
    )
    return encode({n: v for n, v in asdict(run).items() if n != "finished"}, plain)


def closing_block(run: Run) -> bytes:
    """The last record of a run: the run itself, with the time it ended."""
    return encode(asdict(run))


def read_run(block: bytes) -> Run | None:
    """The run a warcinfo or closing record tells of, None when it is about something else."""
    found = {"finished": "", **decode(block, _RUN)}
    regions = found.pop("regions", None)
    if len(found) < len(_RUN) - 1 or not isinstance(regions, list):
        return None
    texts = {name: str(value) for name, value in found.items()}
    return Run(**texts, regions=tuple(str(region) for region in regions))
