"""Requests until the last due edition is fetched: our walk beside a breadth-first one.

`python -m benchmarks.thrift` prints a line a site. Both walks ask the same server on loopback,
in the same spelling of addresses; ours pays for robots.txt and sitemaps, too.
"""

import http.client
import sys
import tempfile
import threading
from collections import deque
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urljoin, urlsplit

from benchmarks.ministry import Ministry, Site
from benchmarks.recipes import HELD_OUT, TUNED
from budgetwatch.demo_site import Hosts
from budgetwatch.demo_site import Site as DemoSite
from crawler import pages, registry
from crawler.archive import Archive
from crawler.crawl import Options, Polite, crawl
from crawler.model import Name, Region
from crawler.pages import Page
from crawler.progress import silent
from crawler.strict_yaml import read
from crawler.transport.encoding import decode, of_content_type
from crawler.walk.canonical import address, canonical, site

DEMO = Path(__file__).parent.parent / "data" / "demo"
# The demo's sites are of twenty pages, a third of them editions: no order can spare much there.
BAR = 0.4


@dataclass
class Case:
    """A site and its region; ``due`` are the addresses of the editions owed now."""

    group: str
    region: Region
    answers: dict[str, tuple[str, bytes]]
    moves: dict[str, str]
    due: tuple[str, ...]
    editions: tuple[str, ...]


@dataclass
class Spent:
    """What a walk cost: requests until the last due edition, and in all; editions it found."""

    until: int
    total: int
    due: float
    all: float


@dataclass
class Served:
    """A running server and what it was asked."""

    port: int
    asked: list[str] = field(default_factory=list)


def generated() -> Iterator[Case]:
    """The sites of the recipes, tuned and held out."""
    for group, recipes in (("tuned", TUNED), ("held out", HELD_OUT)):
        for recipe in recipes:
            made: Site = Ministry(recipe).build()
            region = Region(
                id=recipe.name,
                name=Name(ru=recipe.name, en=recipe.name),
                iso_3166_2="XX-1",
                home=made.home,  # type: ignore[arg-type] # pydantic reads text
            )
            yield Case(group, region, made.answers, made.moves, made.due, made.editions)


def demo() -> Iterator[Case]:
    """The demo's sites, those that answer."""
    hosts = Hosts.model_validate(read(DEMO / "sites.yaml")).hosts
    truth = read(DEMO / "truth.yaml")["regions"]
    answers: dict[str, tuple[str, bytes]] = {}
    for name, host in hosts.items():
        if host.closed:
            continue
        demo_site = DemoSite(DEMO / "sites" / name, host)
        for path in demo_site._files:
            reply = demo_site.reply(path, http.client.HTTPMessage())
            answers[canonical(f"http://{name}{path}") or ""] = (
                dict(reply.headers)["Content-Type"],
                reply.body,
            )
    for region in registry.load(DEMO / "registry"):
        editions = [e for e in truth[region.id].get("editions", []) if e["urls"]]
        due = tuple(canonical(u) or "" for e in editions if e["due"] for u in e["urls"])
        every = tuple(canonical(u) or "" for e in editions for u in e["urls"])
        if due:
            yield Case("demo", region, answers, {}, due, every)


@contextmanager
def serve(case: Case) -> Iterator[Served]:
    """The site on loopback while the block runs."""
    served = Served(0)
    table = {address(url): answer for url, answer in case.answers.items()}
    moves = {address(url): to for url, to in case.moves.items()}

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        wbufsize = 65_536

        def do_GET(self) -> None:
            asked = f"http://{self.headers['Host'].partition(':')[0]}{self.path}"
            served.asked.append(address(canonical(asked) or asked))
            key = served.asked[-1]
            kind, body = table.get(key, ("text/html", b"<h1>404</h1>"))
            self.send_response(302 if key in moves else 200 if key in table else 404)
            if key in moves:
                self.send_header("Location", moves[key])
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            pass

    class Server(ThreadingHTTPServer):
        daemon_threads = True

    with Server(("127.0.0.1", 0), Handler) as server:
        served.port = server.server_port
        thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
        thread.start()
        try:
            yield served
        finally:
            server.shutdown()
            thread.join()


def ours(case: Case) -> Spent:
    """Our walk with its default budget."""
    with serve(case) as served, tempfile.TemporaryDirectory() as folder:
        options = Options(
            resolve=(f"*:*:127.0.0.1:{served.port}",),
            allow_private_hosts=True,
            loopback_at_once=True,
            polite=Polite(delay=0),
        )
        with Archive(Path(folder) / "archive") as archive:
            crawl([case.region], archive, options=options, on_event=silent)
        return _spent(case, served.asked)


def breadth_first(case: Case) -> Spent:
    """All links of all pages in their order, files too, on the hosts the editions need."""
    start = canonical(str(case.region.home)) or ""
    named = [canonical(str(s.url)) or "" for s in case.region.sources]
    hosts = {site(url) for url in (start, *named, *case.due, *case.moves.values())}
    with serve(case) as served:
        waiting, known = deque([start, *named]), {address(u) for u in (start, *named)}
        while waiting:
            for url in _links(waiting.popleft(), served.port):
                if site(url) in hosts and address(url) not in known:
                    known.add(address(url))
                    waiting.append(url)
        return _spent(case, served.asked)


def _links(url: str, port: int) -> Iterator[str]:
    parts = urlsplit(url)
    connection = http.client.HTTPConnection("127.0.0.1", port)
    path = parts.path + (f"?{parts.query}" if parts.query else "")
    connection.request("GET", path, headers={"Host": parts.netloc})
    response = connection.getresponse()
    body, kind = response.read(), response.headers.get("Content-Type", "")
    connection.close()
    if response.status in (301, 302):
        yield canonical(urljoin(url, response.headers["Location"])) or ""
        return
    text = decode(body, of_content_type(kind)) if b"<" in body[:1024] else ""
    for link in pages.links(Page(url, body, text, kind.partition(";")[0])):
        if found := canonical(link.url):
            yield found


def _spent(case: Case, asked: Sequence[str]) -> Spent:
    due, every = {address(u) for u in case.due}, {address(u) for u in case.editions}
    got = set(asked)
    last = max((asked.index(u) + 1 for u in due if u in got), default=0)
    return Spent(
        last if due <= got else len(asked),
        len(asked),
        len(due & got) / len(due),
        len(every & got) / len(every),
    )


def measure(*, tell: bool = False) -> list[tuple[str, str, str, bool]]:
    """Rows (what, figure, bar, held): all sites together, which the bar is for, and each group."""
    groups: dict[str, list[tuple[Spent, Spent]]] = {"all": []}
    for case in (*demo(), *generated()):
        pair = mine, theirs = ours(case), breadth_first(case)
        for group in ("all", case.group):
            groups.setdefault(group, []).append(pair)
        if tell:
            print(
                f"{case.group:9} {case.region.id:18} ours {mine.until:4} of {mine.total:4}"
                f"  breadth-first {theirs.until:4} of {theirs.total:4}"
                f"  due {mine.due:.2f} all {mine.all:.2f} (theirs {theirs.due:.2f})",
                flush=True,
            )
    return [_row(group, pairs) for group, pairs in groups.items()]


def _row(group: str, pairs: list[tuple[Spent, Spent]]) -> tuple[str, str, str, bool]:
    until = sum(m.until for m, _ in pairs), sum(t.until for _, t in pairs)
    total = sum(m.total for m, _ in pairs), sum(t.total for _, t in pairs)
    due = sum(m.due for m, _ in pairs) / len(pairs)
    every = sum(m.all for m, _ in pairs) / len(pairs)
    ratio = until[0] / until[1]
    told = (
        f"{ratio:.2f} ({until[0]} of {until[1]}; in all {total[0]} of {total[1]};"
        f" due found {due:.2f}, all years {every:.2f})"
    )
    bar = f"≤ {BAR}, due 1.00" if group == "all" else "due 1.00"
    held = due == 1 and (group != "all" or ratio <= BAR)
    return f"requests to the last due edition, {group} sites", told, bar, held


if __name__ == "__main__":
    for row in measure(tell="-q" not in sys.argv):
        print(*row)
