"""The TLS ladder through the command line: each rung once, and what --extra-ca refuses."""

import os
import re
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from crawler.archive import Archive
from crawler.model import Capture
from tests.crawler.transport.secure import (
    HOST,
    Authority,
    closed,
    door,
    modern,
    old,
    openssl,
)

HOME = f"https://{HOST}/"
PAGE = {"/": "<h1>Бюджет для граждан</h1>".encode()}
DOCS = Path(__file__).parents[2] / "docs" / "tls.md"


@pytest.fixture(scope="module")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    return Authority(tmp_path_factory.mktemp("authority"))


@pytest.fixture
def home(
    budgetwatch: Callable[..., Any], registry: Callable[..., Path], tmp_path: Path
) -> Callable[..., Capture]:
    """Crawls one region by the command line; the capture of its home page."""

    def go(*arguments: str) -> Capture:
        where = ("--registry", str(registry(here=HOME)), "--allow-private-hosts")
        done = budgetwatch("crawl", *where, *arguments)
        assert done.code == 0, done.err
        with Archive(tmp_path / "data" / "archive", readonly=True) as archive:
            return next(c for c in reversed(archive.captures()) if c.url == HOME)

    return go


def test_with_and_without_the_authority(authority: Authority, home: Any) -> None:
    with door(PAGE, modern(authority.leaf(HOST))) as site:
        to = ("--resolve", site.resolve())
        found = home(*to, "--extra-ca", str(authority.root))
        assert (found.outcome, found.tls, found.tls_problem) == ("ok", "verified", "")
        found = home(*to)
        assert (found.outcome, found.tls) == ("ok", "unverified")
        assert found.tls_problem.startswith("the certificate's issuer is not trusted here")


def test_several_authorities(authority: Authority, home: Any, tmp_path: Path) -> None:
    (tmp_path / "second").mkdir()
    second = Authority(tmp_path / "second")
    files = ("--extra-ca", str(authority.root), "--extra-ca", str(second.root))
    with door(PAGE, modern(second.leaf(HOST))) as site:
        assert home("--resolve", site.resolve(), *files).tls == "verified"


def test_an_old_server(authority: Authority, home: Any) -> None:
    with door(PAGE, old(authority.leaf(HOST))) as site:
        found = home("--resolve", site.resolve())
    assert (found.outcome, found.tls) == ("ok", "legacy")
    assert found.tls_problem == "the server and we have no version of TLS in common"


def test_plain_http_where_https_is_dead(home: Any) -> None:
    with closed() as dead, door(PAGE) as plain:
        found = home("--resolve", dead.resolve(), "--resolve", plain.resolve(80))
    assert (found.outcome, found.tls, found.final_url) == ("ok", "http", f"http://{HOST}/")
    assert found.tls_problem.endswith("no connection: Connection refused")


def test_it_stands_in_the_published_database(
    authority: Authority, budgetwatch: Any, registry: Any, query: Any
) -> None:
    with door(PAGE, modern(authority.leaf(HOST))) as site:
        done = budgetwatch(
            "run", "--registry", str(registry(here=HOME)), "--allow-private-hosts",
            "--resolve", site.resolve(), "--extra-ca", str(authority.root),
        )  # fmt: skip
    assert done.code == 0, done.err
    rows = query("select outcome, tls, tls_problem from captures where url = ?", HOME)
    assert rows == [("ok", "verified", "")]


@pytest.mark.parametrize("command", ["crawl", "run"])
def test_what_is_no_bundle_is_refused_before_the_first_request(
    authority: Authority, budgetwatch: Any, registry: Any, tmp_path: Path, command: str
) -> None:
    if command == "run":
        (tmp_path / "roots.pem").write_text("Корневой сертификат см. на портале")
    says = "holds no certificates in PEM" if command == "run" else "does not exist"
    with door(PAGE) as site:
        done = budgetwatch(
            command, "--registry", str(registry(here=f"http://{HOST}/")), "--allow-private-hosts",
            "--resolve", site.resolve(80), "--extra-ca", str(authority.root),
            "--extra-ca", "roots.pem",
        )  # fmt: skip
    assert done.code == 2
    shown = re.sub(r"[\s│]+", " ", done.err)
    assert "--extra-ca" in shown
    assert f"roots.pem {says}" in shown
    assert site.connections == 0
    assert not (tmp_path / "data").exists()


@pytest.fixture
def gost(tmp_path: Path) -> dict[str, str]:
    """An environment in which OpenSSL speaks GOST, made as docs/tls.md tells people to."""
    told = re.search(r"```ini\n(.*?)```", DOCS.read_text("utf-8"), re.S)
    assert told
    (tmp_path / "gost.cnf").write_text(told[1])
    env = {**os.environ, "OPENSSL_CONF": str(tmp_path / "gost.cnf")}
    ask = "from crawler.transport.gost import has_gost; print(has_gost())"
    done = subprocess.run([sys.executable, "-c", ask], env=env, capture_output=True, text=True)
    if done.stdout.strip() != "True":
        pytest.skip(f"NO GOST HERE, the rung stays untried: see docs/tls.md {done.stderr[-300:]}")
    return env


@contextmanager
def speaking_gost(folder: Path, env: dict[str, str]) -> Iterator[int]:
    """The port of an `openssl s_server` with a GOST key and GOST ciphers alone."""
    key = ("-newkey", "gost2012_256", "-pkeyopt", "paramset:A", "-nodes", "-keyout", "gost.key")
    made = ("-subj", f"/CN={HOST}", "-out", "gost.pem", "-config", os.devnull)
    openssl(folder, "req", "-x509", *key, *made, env=env)
    (folder / "index.html").write_bytes(PAGE["/"])
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = ["openssl", "s_server", "-accept", f"127.0.0.1:{port}", "-cert", "gost.pem"]
    command += ["-key", "gost.key", "-WWW", "-tls1_2", "-cipher", "kGOST18:kGOST"]
    with subprocess.Popen(
        command, cwd=folder, env=env, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    ) as server:
        try:
            assert server.stdout
            assert b"ACCEPT\n" in iter(server.stdout.readline, b"")
            yield port
        finally:
            server.kill()


def test_a_server_that_speaks_only_gost(
    gost: dict[str, str], home: Any, budgetwatch: Any, tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    served = tmp_path / "served"
    served.mkdir()
    with speaking_gost(served, gost) as port, closed() as dead:
        to = ("--resolve", f"*:443:127.0.0.1:{port}", "--resolve", dead.resolve(80))
        monkeypatch.delenv("OPENSSL_CONF", raising=False)
        found = home(*to)
        assert found.outcome == "tls"
        assert "the site may speak only GOST ciphers: a GOST engine" in found.reason
        monkeypatch.setenv("OPENSSL_CONF", gost["OPENSSL_CONF"])
        found = home(*to)
        assert (found.outcome, found.tls) == ("ok", "gost")
        assert found.tls_problem == "the server and we have no cipher in common"
