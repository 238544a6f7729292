"""How far down the TLS ladder does a crawl have to climb, what does it cost, what is kept of it?"""

import socket
import ssl
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest

from crawler.archive import Archive
from crawler.crawl import Options, Polite, crawl
from crawler.model import Capture, Name, Outcome, Region
from crawler.progress import silent
from crawler.transport.gost import has_gost
from tests.crawler.transport.secure import (
    HOST,
    Authority,
    Door,
    closed,
    door,
    leave_at_once,
    leave_politely,
    modern,
    old,
    openssl,
    speak_plainly,
    weak,
)

HOME = f"https://{HOST}/"
PAGE = {"/": "<h1>Бюджет для граждан</h1>".encode()}
RUNGS = "verified, legacy, gost" if has_gost() else "verified, legacy"
ADVICE = "" if has_gost() else "; the site may speak only GOST ciphers: "


@pytest.fixture(scope="module")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    return Authority(tmp_path_factory.mktemp("authority"))


@pytest.fixture
def opened() -> Iterator[Callable[..., Door]]:
    """Opens a door for the length of the test."""
    with ExitStack() as stack:
        yield lambda *args, **how: stack.enter_context(door(*args, **how))


@pytest.fixture
def shut() -> Iterator[Door]:
    with closed() as one:
        yield one


@pytest.fixture
def asking(tmp_path: Path) -> Callable[..., dict[str, Capture]]:
    """Crawls a region by its home page; the captures by address."""

    def go(home: str, *resolve: str, ca: tuple[Path, ...] = ()) -> dict[str, Capture]:
        region = Region(
            id="r", name=Name(ru="Область", en="Oblast"), iso_3166_2="XX-1",
            home=home, provenance=("a test",),
        )  # fmt: skip
        options = Options(resolve, allow_private_hosts=True, polite=Polite(delay=0), extra_ca=ca)
        with Archive(tmp_path / "archive") as archive:
            run = crawl([region], archive, options=options, on_event=silent)
            found = archive.captures(run=run.id)
            assert not list(archive.verify())
            assert len({c.url for c in found}) == len(found)
            return {c.url: c for c in found}

    return go


def told(capture: Capture) -> tuple[Outcome, str, str]:
    return capture.outcome, capture.tls, capture.tls_problem


def test_an_authority_the_user_trusts(authority: Authority, opened: Any, asking: Any) -> None:
    site = opened(PAGE, modern(authority.leaf(HOST)))
    found = asking(HOME, site.resolve(), ca=(authority.root,))
    assert told(found[HOME]) == (Outcome.OK, "verified", "")
    assert told(found[f"{HOME}robots.txt"]) == (Outcome.NOT_FOUND, "verified", "")
    assert site.connections == 1
    assert set(site.names) == {HOST}


UNKNOWN = "the certificate's issuer is not trusted here (see --extra-ca)"
CHAIN = "the certificate's chain ends in an authority that is not trusted here (see --extra-ca)"


@pytest.mark.parametrize(
    ("made", "trusted", "problem"),
    [
        ({}, False, UNKNOWN),
        ({"chain": True}, False, CHAIN),
        ({"itself": True}, True, "the certificate is signed by itself"),
        ({"days": -2}, True, "the certificate has expired"),
        ({"days": -2, "itself": True}, False, "the certificate is signed by itself"),
        ({"bits": 1024}, True, "the certificate's key is too small"),
    ],
)
def test_a_certificate_that_is_not_believed_is_noted(
    authority: Authority, opened: Any, asking: Any, made: Any, trusted: bool, problem: str
) -> None:
    site = opened(PAGE, weak(authority.leaf(HOST, **made)))
    found = asking(HOME, site.resolve(), ca=(authority.root,) if trusted else ())
    for capture in found.values():
        assert (capture.tls, capture.tls_problem) == ("unverified", problem)
    assert found[HOME].outcome is Outcome.OK
    # One was rejected; robots.txt, the page and sitemap.xml came through the other.
    assert [len(paths) for paths in site.asked] == [0, 3]


def test_the_name_that_was_asked_is_checked_not_where_it_led(
    authority: Authority, opened: Any, asking: Any
) -> None:
    site = opened(PAGE, modern(authority.leaf("127.0.0.1", "localhost", "other.invalid")))
    found = asking(HOME, site.resolve(), ca=(authority.root,))
    problem = f"the certificate is for another host than {HOST}"
    assert told(found[HOME]) == (Outcome.OK, "unverified", problem)
    assert set(site.names) == {HOST}


def test_an_address_in_numbers_must_stand_in_the_certificate(
    authority: Authority, opened: Any, asking: Any
) -> None:
    site = opened(PAGE, modern(authority.leaf("127.0.0.2")))
    here, there = "https://127.0.0.2/", "https://127.0.0.1/"
    found = asking(here, site.resolve(), ca=(authority.root,))
    assert told(found[here]) == (Outcome.OK, "verified", "")
    assert set(site.names) == {None}
    found = asking(there, site.resolve(), ca=(authority.root,))
    problem = "the certificate is for another host than 127.0.0.1"
    assert told(found[there]) == (Outcome.OK, "unverified", problem)


def test_a_russian_name(authority: Authority, opened: Any, asking: Any) -> None:
    home = "https://xn--90aci2afj.xn--p1ai/"
    site = opened(PAGE, modern(authority.leaf("xn--90aci2afj.xn--p1ai")))
    found = asking(home, site.resolve(), ca=(authority.root,))
    assert told(found[home]) == (Outcome.OK, "verified", "")


def test_a_digest_that_is_too_weak(
    authority: Authority, opened: Any, asking: Any, tmp_path: Path
) -> None:
    (tmp_path / "san").write_text(f"subjectAltName=DNS:{HOST}\n")
    root = ("-newkey", "rsa:2048", "-nodes", "-keyout", "ca.key", "-subj", "/CN=Old CA")
    leaf = ("-newkey", "rsa:2048", "-nodes", "-keyout", "leaf.key", "-subj", f"/CN={HOST}")
    openssl(tmp_path, "req", "-x509", *root, "-out", "ca.pem", "-days", "9")
    openssl(tmp_path, "req", *leaf, "-out", "leaf.csr")
    signed = ("-CA", "ca.pem", "-CAkey", "ca.key", "-CAcreateserial", "-extfile", "san")
    out = ("-out", "leaf.pem", "-days", "9")
    openssl(tmp_path, "x509", "-req", "-in", "leaf.csr", "-sha1", *signed, *out)
    both = tmp_path / "both.pem"
    both.write_bytes((tmp_path / "leaf.pem").read_bytes() + (tmp_path / "leaf.key").read_bytes())
    site = opened(PAGE, weak(both))
    found = asking(HOME, site.resolve(), ca=(tmp_path / "ca.pem",))
    problem = "the certificate is signed with a digest that is too weak"
    assert told(found[HOME]) == (Outcome.OK, "unverified", problem)


def test_a_server_of_ten_years_ago(authority: Authority, opened: Any, asking: Any) -> None:
    site = opened(PAGE, old(authority.leaf(HOST, bits=1024)))
    found = asking(HOME, site.resolve(), ca=(authority.root,))
    problem = "the server and we have no version of TLS in common"
    assert told(found[HOME]) == (Outcome.OK, "legacy", problem)
    assert site.versions == {"TLSv1 None"}
    assert [len(paths) for paths in site.asked] == [0, 3]


def test_http_2_is_not_spoken(authority: Authority, opened: Any, asking: Any) -> None:
    context = modern(authority.leaf(HOST))
    context.set_alpn_protocols(["h2", "http/1.1"])
    site = opened(PAGE, context)
    found = asking(HOME, site.resolve(), ca=(authority.root,))
    assert found[HOME].tls == "verified"
    assert site.versions == {"TLSv1.3 None"}
    assert all(f"Host: {HOST}\r\n" in head and " HTTP/1.1\r\n" in head for head in site.heads)


# A ServerHello of TLS 1.2 without the extension of RFC 5746; the server then falls silent.
_HELLO = b"\x03\x03" + bytes(32) + b"\0" + b"\xc0\x2f" + b"\0"
_HELLO = b"\x02" + len(_HELLO).to_bytes(3, "big") + _HELLO
_HELLO = b"\x16\x03\x03" + len(_HELLO).to_bytes(2, "big") + _HELLO


def test_a_server_without_secure_renegotiation_is_heard_out(
    opened: Any, asking: Any, shut: Door
) -> None:
    did: list[str] = []

    def greet(conn: socket.socket) -> None:
        conn.recv(4096)
        conn.sendall(_HELLO)
        conn.settimeout(2)
        try:
            did.append("spoke" if conn.recv(4096) else "left")
        except TimeoutError:
            did.append("waited")

    site = opened(greeting=greet)
    found = asking(HOME, site.resolve(), shut.resolve(80))
    assert found[HOME].outcome is Outcome.TLS
    # The strict rung breaks off; the legacy one waits for the certificate, which never comes.
    assert did[:2] == ["left", "waited"]


@pytest.mark.parametrize("greeting", [leave_politely, leave_at_once])
def test_a_server_that_hangs_up_at_our_greeting(
    opened: Any, asking: Any, shut: Door, greeting: Any
) -> None:
    site = opened(greeting=greeting)
    found = asking(HOME, site.resolve(), shut.resolve(80))
    reason = f"no secure channel ({RUNGS}): the server hung up during the TLS handshake{ADVICE}"
    assert told(found[HOME]) == (Outcome.TLS, "", "")
    assert reason in found[HOME].reason
    assert found[HOME].reason.endswith("no connection: Connection refused")
    assert "over http: " in found[HOME].reason
    assert found[f"{HOME}robots.txt"].outcome is Outcome.TLS
    assert found[f"{HOME}robots.txt"].reason.startswith(reason)
    # Every rung that might help, once in the whole run.
    assert site.connections == len(RUNGS.split(", "))


def test_a_tls_port_that_speaks_plain_text(opened: Any, asking: Any, shut: Door) -> None:
    site = opened(greeting=speak_plainly)
    found = asking(HOME, site.resolve(), shut.resolve(80))
    assert found[HOME].outcome is Outcome.TLS
    assert f"no secure channel ({RUNGS}): what the server said is not TLS;" in found[HOME].reason
    assert site.connections == len(RUNGS.split(", "))


REFUSED = "no connection: Connection refused"


def test_nobody_on_443(opened: Any, asking: Any, shut: Door) -> None:
    more = f'<a href="{HOME}budget.html">Бюджет для граждан</a> <a href="/b2.html">Бюджет 2</a>'
    pages = {"/": more.encode(), "/budget.html": b"<h1>1</h1>", "/b2.html": b"<h1>2</h1>"}
    plain = opened(pages)
    found = asking(HOME, shut.resolve(), plain.resolve(80))
    for url in (HOME, f"{HOME}budget.html"):
        assert found[url].outcome is Outcome.OK
        assert found[url].final_url == url.replace("https:", "http:")
        assert found[url].tls == "http"
        assert found[url].tls_problem == f"robots.txt could not be fetched: {REFUSED}"
    assert told(found[f"http://{HOST}/b2.html"]) == (Outcome.OK, "http", "")
    assert found[f"{HOME}robots.txt"].outcome is Outcome.CONNECTION
    # Each once, whether the page said http or https.
    assert sorted(p for p in plain.paths if p.endswith(("/", "html"))) == [
        "/", "/b2.html", "/budget.html",
    ]  # fmt: skip


def test_no_rung_holds_and_http_answers(opened: Any, asking: Any) -> None:
    site, plain = opened(greeting=leave_at_once), opened(PAGE)
    found = asking(HOME, site.resolve(), plain.resolve(80))
    assert (found[HOME].outcome, found[HOME].tls) == (Outcome.OK, "http")
    assert f"no secure channel ({RUNGS}): " in found[HOME].tls_problem
    assert site.connections == len(RUNGS.split(", "))


@pytest.mark.parametrize("scheme", ["https", "http"])
def test_http_that_leads_to_a_dead_https_does_not_loop(
    opened: Any, asking: Any, shut: Door, scheme: str
) -> None:
    away = ("301 Moved Permanently", f"Location: {HOME}\r\n", b"")
    plain = opened({"/": away})
    home = f"{scheme}://{HOST}/"
    found = asking(home, shut.resolve(), plain.resolve(80))
    assert told(found[home]) == (Outcome.CONNECTION, "", "")
    assert REFUSED in found[home].reason
    assert plain.paths.count("/") == 1


def test_https_that_sends_to_http_and_back(authority: Authority, opened: Any, asking: Any) -> None:
    there = ("302 Found", f"Location: http://{HOST}/\r\n", b"")
    back = ("302 Found", f"Location: {HOME}\r\n", b"")
    site, plain = opened({"/": there}, modern(authority.leaf(HOST))), opened({"/": back})
    found = asking(HOME, site.resolve(), plain.resolve(80), ca=(authority.root,))
    assert found[HOME].outcome is Outcome.REDIRECTED_AWAY
    assert "circle" in found[HOME].reason
    assert (site.paths.count("/"), plain.paths.count("/")) == (1, 1)


def test_an_empty_default_site_on_port_80_proves_nothing(
    opened: Any, asking: Any, shut: Door, tmp_path: Path
) -> None:
    plain = opened({})
    found = asking(HOME, shut.resolve(), plain.resolve(80))
    assert told(found[HOME]) == (Outcome.CONNECTION, "", "")
    assert found[HOME].reason.endswith(f"{REFUSED}; over http: HTTP 404")
    with Archive(tmp_path / "archive", readonly=True) as archive:
        kinds = [r.kind for r in archive.records(found[HOME])]
    assert kinds == ["response", "request", "metadata"]


def test_a_page_that_is_gone_from_a_site_that_is_there(
    opened: Any, asking: Any, shut: Door
) -> None:
    plain = opened({"/": f'<a href="{HOME}budget.html">Бюджет для граждан</a>'.encode()})
    found = asking(HOME, shut.resolve(), plain.resolve(80))
    gone = found[f"{HOME}budget.html"]
    assert (gone.outcome, gone.tls) == (Outcome.NOT_FOUND, "http")


def test_a_port_of_its_own_has_no_http(opened: Any, asking: Any, shut: Door) -> None:
    plain = opened(PAGE)
    home = f"https://{HOST}:8443/"
    found = asking(home, shut.resolve(8443), plain.resolve(80))
    assert found[home].outcome is Outcome.CONNECTION
    assert plain.connections == 0


def test_each_host_has_a_rung_of_its_own(authority: Authority, opened: Any, asking: Any) -> None:
    other = "old.budget.invalid"
    link = f'<a href="https://{other}/budget.html">Бюджет для граждан</a>'.encode()
    good = opened({"/": link}, modern(authority.leaf(HOST)))
    bad = opened({"/budget.html": b"<h1>1</h1>"}, old(authority.leaf(other)))
    where = good.resolve(host=HOST), bad.resolve(host=other)
    found = asking(HOME, *where, ca=(authority.root,))
    assert {c.tls for c in found.values() if HOME in c.url} == {"verified"}
    assert found[f"https://{other}/budget.html"].tls == "legacy"


async def test_requests_climb_together(authority: Authority, crawl: Any) -> None:
    pages = {f"/{n}": b"page" for n in range(12)}
    with door(pages, modern(authority.leaf(HOST))) as site:
        seen = await crawl(
            [f"{HOME}{n}" for n in range(12)],
            settings={
                "BUDGETWATCH_RESOLVE": [site.resolve()],
                "CONCURRENT_REQUESTS_PER_DOMAIN": 6,
                "ROBOTSTXT_OBEY": False,
            },
        )
    assert seen.outcomes() == [Outcome.OK] * 12
    assert {r.meta["tls"] for r in seen.responses.values()} == {"unverified"}
    assert len([paths for paths in site.asked if not paths]) == 1


@pytest.mark.skipif(
    not has_gost(),
    reason="NO GOST HERE: apt-get install libengine-gost-openssl, OPENSSL_CONF as in docs/tls.md",
)
def test_a_server_that_speaks_only_gost(opened: Any, asking: Any, tmp_path: Path) -> None:
    key = ("-newkey", "gost2012_256", "-pkeyopt", "paramset:A", "-nodes", "-keyout", "key.pem")
    openssl(tmp_path, "req", "-x509", *key, "-subj", f"/CN={HOST}", "-out", "cert.pem")
    both = tmp_path / "both.pem"
    both.write_bytes((tmp_path / "cert.pem").read_bytes() + (tmp_path / "key.pem").read_bytes())
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.set_ciphers("kGOST18:kGOST:@SECLEVEL=0")
    context.maximum_version = ssl.TLSVersion.TLSv1_2
    context.load_cert_chain(both)
    site = opened(PAGE, context)
    found = asking(HOME, site.resolve())
    problem = "the server and we have no cipher in common"
    assert told(found[HOME]) == (Outcome.OK, "gost", problem)
    assert [len(paths) for paths in site.asked] == [0, 0, 3]
