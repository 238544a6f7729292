"""Answers that are too much, or nothing a parser likes: bounded, typed, archived as they came."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from crawler.model import Outcome

from .conftest import HOME, region

ROOT = Path(__file__).parents[3]


def test_more_than_we_take_is_cut(hostile, crawled):
    site = hostile("two_gigabytes")
    done = crawled(site, DOWNLOAD_MAXSIZE=5 * 2**20)
    for name in ("/said.zip", "/unsaid.zip"):
        assert done.at(name).outcome is Outcome.TOO_LARGE
        assert (done.at(name).sha256, done.at(name).bytes) == ("", 0)
        assert site.times(f"/byudzhet{name}") == 1


CRAWL = """
import json, resource, sys
from pathlib import Path
from crawler.archive import Archive
from crawler.crawl import Options, Polite, crawl
from crawler.model import Name, Region
home = Region(id="x", name=Name(ru="О", en="O"), iso_3166_2="XX-1", home="http://fin.oblast.invalid/")
with Archive(Path(sys.argv[2])) as archive:
    way = Options((f"*:*:127.0.0.1:{sys.argv[1]}",), True, polite=Polite(delay=0))
    run = crawl([home], archive, options=way, on_event=lambda _: None)
    ended = {c.url: c.outcome for c in archive.captures(run=run.id)}
print(json.dumps([resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024, ended]))
"""


def test_two_gigabytes_at_the_usual_limit_take_no_two_gigabytes_of_memory(hostile, tmp_path):
    site = hostile("two_gigabytes")
    done = subprocess.run(
        [sys.executable, "-c", CRAWL, str(site.port), str(tmp_path / "archive")],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=300,
        check=True,
    )
    peak, ended = json.loads(done.stdout)
    assert ended[f"{HOME}byudzhet/said.zip"] == ended[f"{HOME}byudzhet/unsaid.zip"] == "too-large"
    assert peak < 800, f"{peak} MB"


def test_what_unpacks_to_too_much(hostile, crawled):
    site = hostile("bombs")
    done = crawled(site, DOWNLOAD_MAXSIZE=2**20)
    assert [done.at(f"/{n}.pdf").outcome for n in range(3)] == [Outcome.TOO_LARGE] * 3
    layers = done.at("/3.pdf")
    assert (layers.outcome, layers.media_type) == (Outcome.TRUNCATED, "application/gzip")
    assert len(site.paths) == 5


def test_what_is_no_http(hostile, crawled):
    site = hostile("garbage")
    done = crawled(site)
    pages = {c.url.rpartition("/")[2]: c for c in done.captures if "/byudzhet/" in c.url}
    assert len(pages) == 7
    for name, capture in pages.items():
        assert capture.outcome in (Outcome.CONNECTION, Outcome.TRUNCATED), (name, capture)
        assert capture.reason
        # Two tries of ours, each of which aiohttp makes twice when the server just hangs up.
        assert 1 <= site.times(f"/byudzhet/{name}") <= 4 or "not asked again" in capture.reason


def test_headers_without_end(hostile, crawled):
    site = hostile("header_bombs")
    done = crawled(site)
    pages = {c.url.rpartition("/")[2]: c for c in done.captures if "/byudzhet/" in c.url}
    assert len(pages) == 3
    for capture in pages.values():
        assert capture.outcome in (Outcome.CONNECTION, Outcome.OK)
    assert pages["long"].outcome is Outcome.CONNECTION
    assert done.at("invalid/").outcome is Outcome.OK
    assert sum(path.stat().st_size for path in done.archive.rglob("*.gz")) < 2**20


def test_pages_no_parser_likes(hostile, crawled):
    site = hostile("odd_bytes")
    done = crawled(site)
    for name in ("deep", "nul", "tag"):
        capture = done.at(f"/byudzhet/{name}")
        assert (capture.outcome, capture.media_type) == (Outcome.OK, "text/html")
    assert done.at("b.pdf").outcome is Outcome.OK
    assert done.at("c.pdf").outcome is Outcome.OK
    assert b"\0" in done.body(done.at("nul"))


def test_cookies_without_end(hostile, crawled):
    """What a site sets is sent back to it: it is the site's own limit that ends the walk."""
    site = hostile("cookie_bomb")
    done = crawled(site)
    sent = [len(a.headers.get("cookie", "")) for a in site.asked]
    assert max(sent) < 200_000
    assert done.at("invalid/").outcome is Outcome.OK
    assert {c.outcome for c in done.captures if "/byudzhet/" in c.url} <= {
        Outcome.OK,
        Outcome.FORBIDDEN,
        Outcome.CONNECTION,
    }
    assert len(site.asked) < 30


def test_file_names(hostile, crawled):
    done = crawled(hostile("dispositions"))
    said = {c.url.rpartition("/")[2]: c.content_disposition for c in done.captures}
    for name in ("cp1251.pdf", "utf8.pdf"):
        assert said[name] == 'attachment; filename="Бюджет для граждан.pdf"'
    assert said["koi8.pdf"] == 'attachment; filename="Бюджет для граждан на следующий год.pdf"'
    # The archive names no file after what a site says: the text is kept, and harmless.
    assert "../../etc" in said["up.pdf"]
    names = [path.name for path in done.archive.rglob("*")]
    assert not any("budget" in name or "cron" in name for name in names)
    assert len(said["long.pdf"]) <= 2_000
    assert all(c.outcome is Outcome.OK for c in done.captures if c.url.endswith(".pdf"))


def test_targets_with_line_ends(hostile, crawled):
    site = hostile("split_location")
    done = crawled(site)
    assert all("X-Injected" not in name for a in site.asked for name in a.headers)
    assert not any("evil" in a.host for a in site.asked)
    assert done.at("raw").outcome is Outcome.OK
    for name in ("scheme", "file"):
        assert done.at(name).outcome is Outcome.REDIRECTED_AWAY
    assert len(done.captures) >= 7


@pytest.mark.parametrize("ip", ["169.254.169.254", "fd00:ec2::254", "168.63.129.16"])
def test_ways_inward(hostile, crawled, monkeypatch, ip):
    """A name that resolves to a place of its own, and literals in every spelling."""
    import socket

    def inner(host, port, *_, **__):
        assert host == "inner.oblast.invalid", host
        family = socket.AF_INET6 if ":" in ip else socket.AF_INET
        return [(family, socket.SOCK_STREAM, 6, "", (ip, port))]

    monkeypatch.setattr(socket, "getaddrinfo", inner)
    site = hostile("inward")
    done = crawled(site, resolve=f"fin.oblast.invalid:*:127.0.0.1:{site.port}")
    for name in ("name", "mapped", "number", "hex", "any"):
        assert done.at(f"fin.oblast.invalid/byudzhet/{name}").outcome is Outcome.REFUSED_ADDRESS
    assert done.at("byudzhet.pdf").outcome is Outcome.REFUSED_ADDRESS
    assert {a.host for a in site.asked} == {"fin.oblast.invalid"}


def test_headers_that_lie_about_bodies(hostile, crawled):
    """Bytes decide what is archived as what, and what is read for links."""
    site = hostile("wrong_types")
    done = crawled(site)
    kinds = {c.url.rpartition("/")[2]: c.media_type for c in done.captures if "/byudzhet/" in c.url}
    assert kinds["b.pdf"] == "application/pdf"
    assert kinds["error.pdf"] == "text/html"
    assert kinds["download.php?id=7"].endswith("wordprocessingml.document")
    assert done.at("/byudzhet/").media_type == "text/html"
    assert done.at("error.pdf").outcome is Outcome.SOFT_404
    assert done.at("b.pdf").outcome is Outcome.OK
    assert "/byudzhet/never/" not in site.paths
    assert done.at("b.pdf").link_texts[-1] == "Бюджет"


def test_the_last_line_of_half_a_megabyte_of_rules(hostile, crawled):
    site = hostile("long_robots")
    done = crawled(site, region(f"{HOME}byudzhet/secret/b.pdf"))
    assert done.at("b.pdf").outcome is Outcome.ROBOTS_DENIED
    assert site.paths == ["/"]
    assert done.at("robots.txt").bytes > 480_000
