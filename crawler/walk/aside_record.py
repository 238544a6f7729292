"""What was asked beside the walk, and what was taken back, as answers for the archive."""

from crawler.model import Answer, Capture, Outcome
from crawler.transport.aside import Answered
from crawler.walk.answers import answer, hop, now
from crawler.walk.frontier import Ask

_MADE_UP = "an address made up, to see how the site answers for a page it does not have"


def record_of_probe(region: str, answered: Answered) -> Answer:
    """A made-up address: whatever a site shows there with status 200 is no page."""
    good = answered.outcome is Outcome.OK
    outcome = Outcome.SOFT_404 if good else answered.outcome
    reason = f"{_MADE_UP}: {'HTTP 200' if good else answered.reason}"
    hops = [hop(response) for response in answered.hops]
    ask = Ask(answered.url, source="")
    return answer(region, ask, outcome, reason, hops=hops, response=answered.response)


def record_of_retraction(capture: Capture, body: bytes, reason: str) -> Answer:
    """An answer that was taken for a page before its site was known; the newest record counts."""
    return Answer(
        region=capture.region,
        url=capture.url,
        final_url=capture.final_url,
        fetched_at=now(),
        outcome=Outcome.SOFT_404,
        reason=f"taken back: HTTP {capture.http_status}, but {reason}",
        http_status=capture.http_status,
        body=body,
        source=capture.source,
        via=capture.via,
        clicks=capture.clicks,
        link_texts=capture.link_texts,
        promise=capture.promise,
        media_type=capture.media_type,
    )
