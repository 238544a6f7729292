"""One answer as the group of records that keeps it; the last one makes the group count."""

from dataclasses import dataclass

from crawler.model import Answer, Capture, Hop, Outcome
from crawler.warc.alone import NOT_MODIFIED, alone
from crawler.warc.heads import request_head, response_head, uri
from crawler.warc.memory import capture_block
from crawler.warc.record import Part, digest, record_id
from crawler.warc.walk import HOLDERS

_PROFILES = "http://netpreserve.org/warc/1.1/revisit/"
_SAME_BYTES = "identical-payload-digest"

_TRUNCATED = {
    Outcome.TOO_LARGE: "length",
    Outcome.TRUNCATED: "disconnect",
    Outcome.TIMEOUT: "time",
}


@dataclass(frozen=True, slots=True)
class Group:
    """The records of one answer; ``main`` is the place of the one its capture points to."""

    parts: tuple[Part, ...]
    main: int

    @property
    def holds(self) -> bool:
        """True when the body itself is among the records."""
        return self.parts[self.main].kind in HOLDERS


def group_of(capture: Capture, answer: Answer, holder: Capture | None) -> Group:
    """The records of an answer, hops first.

    ``holder`` is the capture whose response record already has these bytes, None when they
    are new; for a drawn page, the answer it was drawn from. A crash between two records leaves
    a group without its metadata, which is cut. What brought nothing new is one record that tells
    of itself. ValueError for a drawing without an answer.
    """
    if answer.drawn:
        if holder is None:
            raise ValueError(f"{answer.url} was drawn, but in this run no server answered it")
        drawn = _conversion(capture, answer, holder)
        return Group((drawn, _metadata(capture, drawn)), 0)
    hops = [p for n, hop in enumerate(answer.hops) for p in _hop(capture, answer, hop, n)]
    if answer.http_status is None:
        return Group((*hops, _metadata(capture, None)), len(hops))
    main = _response(capture, answer, holder)
    if holder and not hops:
        return Group((alone(main, capture, holder),), 0)
    asked = _request(capture, "request", answer.final_url, answer, main)
    return Group((*hops, main, asked, _metadata(capture, main)), len(hops))


def _hop(capture: Capture, answer: Answer, hop: Hop, n: int) -> tuple[Part, Part]:
    response = Part(
        "response",
        record_id(capture.id, f"hop-{n}-response"),
        capture.fetched_at,
        response_head(hop.status, hop.headers, len(hop.body)),
        hop.body,
        tuple(_target(hop.url, digest(hop.body))),
    )
    return response, _request(capture, f"hop-{n}-request", hop.url, answer, response)


def _response(capture: Capture, answer: Answer, holder: Capture | None) -> Part:
    unmodified = bool(holder) and not answer.body
    head = response_head(
        answer.http_status or 0, answer.headers, None if unmodified else len(answer.body)
    )
    headers = _target(capture.final_url, f"sha256:{capture.sha256}")
    if capture.outcome in _TRUNCATED:
        headers.append(("WARC-Truncated", _TRUNCATED[capture.outcome]))
    if holder:
        headers += _refers_to(holder, NOT_MODIFIED if unmodified else _SAME_BYTES)
    return Part(
        "revisit" if holder else "response",
        record_id(capture.id, "response"),
        capture.fetched_at,
        head,
        b"" if holder else answer.body,
        tuple(headers),
    )


def _conversion(capture: Capture, answer: Answer, origin: Capture) -> Part:
    """What our browser made of a response: no server said this, and no HTTP head says so."""
    headers = (
        *_target(capture.final_url, f"sha256:{capture.sha256}"),
        ("WARC-Refers-To", record_id(origin.id, "response")),
    )
    name = record_id(capture.id, "conversion")
    return Part("conversion", name, capture.fetched_at, b"", answer.body, headers)


def _target(url: str, payload: str) -> list[tuple[str, str]]:
    """Readers look for an HTTP head, and a payload after it, only below http and https."""
    target = ("WARC-Target-URI", uri(url))
    if not target[1].startswith(("http:", "https:")):
        return [target]
    return [target, ("WARC-Payload-Digest", payload)]


def _refers_to(holder: Capture, profile: str) -> list[tuple[str, str]]:
    return [
        ("WARC-Profile", _PROFILES + profile),
        ("WARC-Refers-To", record_id(holder.id, "response")),
        ("WARC-Refers-To-Target-URI", uri(holder.final_url)),
        ("WARC-Refers-To-Date", holder.fetched_at),
    ]


def _request(capture: Capture, part: str, url: str, answer: Answer, response: Part) -> Part:
    headers = (("WARC-Target-URI", uri(url)), ("WARC-Concurrent-To", response.record_id))
    head = request_head(url, answer.request_headers)
    return Part("request", record_id(capture.id, part), capture.fetched_at, head, headers=headers)


def _metadata(capture: Capture, main: Part | None) -> Part:
    headers = [("WARC-Target-URI", uri(capture.final_url))]
    if main:
        headers.append(("WARC-Concurrent-To", main.record_id))
    return Part(
        "metadata",
        record_id(capture.id, "metadata"),
        capture.fetched_at,
        capture_block(capture),
        headers=tuple(headers),
    )
