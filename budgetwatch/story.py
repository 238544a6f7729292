"""A diagnosis as lines that a person reads in a terminal of 80 columns."""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from textwrap import wrap

from budgetwatch.needs import mix
from budgetwatch.printable import printable
from crawler.diagnosis import Diagnosis, HostMet, Trouble
from crawler.model import SourceHealth
from crawler.notes import Changed, LeftAlone, Note

WIDTH = 79
SHOWN = 5


def told(story: Diagnosis) -> Iterator[str]:
    """The whole story: sources, hosts, what was left, what changed, what to try."""
    state = f"finished {_when(story.run.finished)}" if story.run.finished else "not finished"
    yield f"{story.region}: run {story.run.id}"
    yield f"  started {_when(story.run.started)}, {state}"
    if story.run.vantage:
        yield from _row("crawled from", printable(story.run.vantage), 2)
    yield from _part("Sources", (line for one in story.sources for line in _source(story, one)))
    yield from _part("Hosts", (line for one in story.hosts for line in _host(one)))
    yield from _part("The walk", _walk(story))
    yield from _part("Changed since earlier runs", _changes(story.changes))
    yield from _part("Links left alone", _left(story.left_alone))
    yield from _part("What to try", _troubles(story.troubles))


def _part(title: str, lines: Iterable[str]) -> Iterator[str]:
    found = list(lines)
    if found:
        yield from ("", title)
        yield from found


def _row(name: str, text: str, indent: int = 4) -> Iterator[str]:
    head = f"{' ' * indent}{name}: "
    yield from wrap(
        text,
        WIDTH,
        initial_indent=head,
        subsequent_indent=" " * (indent + 4),
        break_long_words=False,
        break_on_hyphens=False,
    ) or [head.rstrip()]


def _source(story: Diagnosis, one: SourceHealth) -> Iterator[str]:
    yield f"  {printable(one.source)}"
    yield from _row("answers", mix(sorted(one.outcomes, key=lambda c: (-c[1], c[0]))))
    floors = f"at least {one.expected_pages} and {one.expected_documents} expected"
    was = ""
    if one.compared_run:
        was = f"; {one.was_pages} and {one.was_documents} in the last good run {one.compared_run}"
    given = f"{one.found_pages} pages, {one.found_documents} documents ({floors}{was})"
    yield from _row("found", given)
    if one.broken:
        yield from _row("BROKEN", one.broken)
    yield from _row("last good capture", _age(one.last_good, story.run.started))


def _host(one: HostMet) -> Iterator[str]:
    yield f"  {printable(one.host)}"
    yield from _row("answers", mix(one.outcomes))
    pauses = "" if one.gap_min is None else f", {one.gap_min:g} s apart or more"
    yield from _row("sent", f"{one.requests} requests{pauses}; {size(one.bytes)} came")
    for name, text in (
        ("TLS", "; ".join(filter(None, (one.tls, one.tls_problem)))),
        ("blocked by", ", ".join(one.blocked_by)),
        ("robots.txt kept us from", f"{one.denied} addresses" if one.denied else ""),
        ("by the rule", " | ".join(one.rules)),
        ("led away to", mix(one.led_to) if one.led_to else ""),
    ):
        if text:
            yield from _row(name, printable(text))


def _walk(story: Diagnosis) -> Iterator[str]:
    ended = story.ended
    if ended is None:
        yield "  has not ended; to go on: budgetwatch crawl --resume"
        return
    limit = f"stopped by its limit of {ended.limit}" if ended.limit else "nothing left to ask"
    spent = f"{ended.requests} requests, {size(ended.bytes)}, {ended.seconds:.0f} s"
    yield from _row("ended", f"{limit}; spent: {spent}", 2)
    if ended.waiting or story.unasked:
        most = max(ended.waiting, len(story.unasked))
        yield from _row("left unasked", f"{most} addresses, {len(story.unasked)} promising", 2)
        yield from (f"    {printable(url)}" for url in story.unasked[:SHOWN])
    if ended.traps:
        traps = ", ".join(f"{count} × {name}" for name, count in ended.traps)
        yield from _row("traps not walked into", traps, 2)


def _changes(notes: Iterable[Note]) -> Iterator[str]:
    for note in notes:
        if isinstance(note.facts, Changed):
            yield f"  {note.kind}: {printable(note.subject)}"
            said = printable(note.facts.reason) or note.facts.outcome
            yield from _row("was read", f"{_when(note.facts.before_at)}; now: {said}")


def _left(notes: tuple[Note, ...]) -> Iterator[str]:
    for note in notes[:SHOWN]:
        if isinstance(note.facts, LeftAlone):
            yield f"  {printable(note.subject)}"
            text, why = printable(note.facts.text, 100), printable(note.facts.why)
            yield from _row(why or "left", f'"{text}" on {printable(note.facts.via)}')
    if len(notes) > SHOWN:
        yield f"  and {len(notes) - SHOWN} more"


def _troubles(troubles: Iterable[Trouble]) -> Iterator[str]:
    for one in troubles:
        yield from _row(f"{one.count} × {one.outcome}", one.remedy, 2)
        yield f"    such as {printable(one.url)}"
        if one.reason:
            yield from _row("said", printable(one.reason))


def size(count: int) -> str:
    """`812 B`, `3.1 kB`, `42.0 MB`."""
    for unit, step in (("MB", 1e6), ("kB", 1e3)):
        if count >= step:
            return f"{count / step:.1f} {unit}"
    return f"{count} B"


def _when(moment: str) -> str:
    return moment.replace("T", " ").removesuffix("Z") + " UTC" if moment else "never"


def _age(last_good: str, since: str) -> str:
    if not last_good:
        return "there never was one"
    if last_good >= since:
        return f"{_when(last_good)}, in this run"
    days = (_time(since) - _time(last_good)).days
    return f"{_when(last_good)}, {f'{days} days' if days else 'less than a day'} before this run"


def _time(moment: str) -> datetime:
    return datetime.strptime(moment, "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC)
