"""Does every answer and every failure end as exactly one outcome?"""

import inspect

import pytest
from scrapy import exceptions
from scrapy.http import Response

from crawler.model import Outcome
from crawler.transport import trouble
from crawler.transport.outcome import PACKED, TORN, of_failure, of_response

STATUSES = {
    101: Outcome.SERVER_ERROR, 206: Outcome.TRUNCATED,
    200: Outcome.OK, 203: Outcome.OK, 204: Outcome.OK,
    301: Outcome.REDIRECTED_AWAY, 302: Outcome.REDIRECTED_AWAY, 308: Outcome.REDIRECTED_AWAY,
    304: Outcome.UNCHANGED,
    400: Outcome.FORBIDDEN, 401: Outcome.FORBIDDEN, 403: Outcome.FORBIDDEN, 405: Outcome.FORBIDDEN,
    404: Outcome.NOT_FOUND, 408: Outcome.TIMEOUT, 410: Outcome.NOT_FOUND,
    429: Outcome.RATE_LIMITED, 451: Outcome.FORBIDDEN,
    500: Outcome.SERVER_ERROR, 502: Outcome.SERVER_ERROR, 503: Outcome.SERVER_ERROR,
    522: Outcome.SERVER_ERROR, 999: Outcome.SERVER_ERROR,
}  # fmt: skip


@pytest.mark.parametrize(("status", "outcome"), STATUSES.items())
def test_statuses(status, outcome):
    found, reason = of_response(Response("http://x/", status=status, body=b""))
    assert found is outcome
    assert reason or outcome is Outcome.OK


@pytest.mark.parametrize("status", range(100, 600))
def test_only_a_missing_page_is_evidence_of_absence(status):
    outcome, _ = of_response(Response("http://x/", status=status))
    assert outcome is not Outcome.NOT_FOUND or status in (404, 410)


@pytest.mark.parametrize("flag", [TORN, PACKED])
def test_a_torn_body_is_no_ok(flag):
    response = Response("http://x/", body=b"half", flags=[flag])
    assert of_response(response)[0] is Outcome.TRUNCATED
    missing = response.replace(status=404)
    assert of_response(missing)[0] is Outcome.NOT_FOUND


WORLD = {
    exceptions.CannotResolveHostError: Outcome.DNS,
    exceptions.DownloadConnectionRefusedError: Outcome.CONNECTION,
    exceptions.DownloadFailedError: Outcome.CONNECTION,
    exceptions.DownloadTimeoutError: Outcome.TIMEOUT,
    exceptions.DownloadCancelledError: Outcome.TOO_LARGE,
    exceptions.ResponseDataLossError: Outcome.TRUNCATED,
    exceptions.UnsupportedURLSchemeError: Outcome.REFUSED_ADDRESS,
}


@pytest.mark.parametrize(("kind", "outcome"), WORLD.items())
def test_the_worlds_failures(kind, outcome):
    assert of_failure(kind("because")) == (outcome, "because")
    assert of_failure(kind())[1]


def test_every_download_error_of_scrapy_is_known():
    """A new one in the next Scrapy is noticed here."""
    of_the_wire = ("Download", "CannotResolve", "ResponseData", "UnsupportedURL")
    known = {name for name, _ in inspect.getmembers(exceptions, inspect.isclass)}
    assert {n for n in known if n.startswith(of_the_wire)} == {k.__name__ for k in WORLD}


def test_every_trouble_knows_its_outcome():
    kinds = [
        kind
        for _, kind in inspect.getmembers(trouble, inspect.isclass)
        if issubclass(kind, trouble.Trouble) and kind not in (trouble.Trouble, trouble.HostGivenUp)
    ]
    for kind in kinds:
        outcome, reason = of_failure(kind("why"))
        assert (type(outcome), reason) == (Outcome, "why")
    given_up = trouble.HostGivenUp(Outcome.TLS, "why")
    assert of_failure(given_up) == (Outcome.TLS, "why")


@pytest.mark.parametrize("exc", [ValueError("ours"), KeyError("ours"), exceptions.IgnoreRequest()])
def test_faults_of_ours_stay_exceptions(exc):
    with pytest.raises(type(exc)):
        of_failure(exc)


def test_a_handler_that_did_not_load_is_ours():
    with pytest.raises(exceptions.NotSupported):
        of_failure(exceptions.NotSupported("Unsupported URL scheme 'https': no module"))
    assert (
        of_failure(exceptions.NotSupported("Unsupported URL scheme 'ftp': no handler"))[0]
        is Outcome.REFUSED_ADDRESS
    )
