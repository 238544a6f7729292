"""The site as a process of its own, started anywhere: answers, says nothing, stops when told."""

import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from datasette_config.serve import command


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def running(line: Sequence[str], folder: Path) -> Iterator["subprocess.Popen[str]"]:
    process = subprocess.Popen(
        line, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    try:
        yield process
    finally:
        if process.poll() is None:
            process.kill()
        process.communicate()


def get(port: int, path: str) -> str:
    deadline = time.monotonic() + 30
    while True:
        try:
            with urlopen(f"http://127.0.0.1:{port}{path}", timeout=10) as answer:
                return str(answer.read().decode())
        except URLError:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.1)


def test_serves_until_interrupted_and_prints_nothing(database: Path, tmp_path: Path) -> None:
    port = free_port()
    code = (
        "import sys; from pathlib import Path; from datasette_config.serve import serve\n"
        "serve(Path(sys.argv[1]), '127.0.0.1', int(sys.argv[2]))"
    )
    with running([sys.executable, "-c", code, str(database), str(port)], tmp_path) as process:
        assert "Китежская область" in get(port, "/")
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=20)
    assert (process.returncode, out, err) == (0, "", "")


def test_datasettes_own_command_line_gives_the_same_site(database: Path, tmp_path: Path) -> None:
    port = free_port()
    # A datasette.yaml that lies about must not be read instead of ours.
    (tmp_path / "datasette.yaml").write_text("settings: {default_allow_sql: true}\n")
    with running(command(database, "127.0.0.1", port), tmp_path):
        assert "Китежская область" in get(port, "/")
        assert "Everything the rating is made of" in get(port, "/budget")
        assert "--paper" in get(port, "/static/site.css")


def test_a_head_without_end_is_shown_the_door_and_the_next_one_served(
    database: Path, tmp_path: Path
) -> None:
    port = free_port()
    code = (
        "import sys; from pathlib import Path; from datasette_config.serve import serve\n"
        "serve(Path(sys.argv[1]), '127.0.0.1', int(sys.argv[2]))"
    )
    with running([sys.executable, "-c", code, str(database), str(port)], tmp_path):
        assert "Китежская область" in get(port, "/")
        for endless in (b"x-many: " + b"a" * 70_000, b"x: y\r\n" * 20_000):
            with socket.create_connection(("127.0.0.1", port), timeout=10) as sent:
                sent.sendall(b"GET / HTTP/1.1\r\nhost: x\r\n" + endless)
                answer = sent.recv(1000)
                assert answer.startswith(b"HTTP/1.1 431 "), answer
                assert b"\r\nconnection: close\r\n" in answer
        long = b"GET /?" + b"a" * 3_000 + b" HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n"
        with socket.create_connection(("127.0.0.1", port), timeout=10) as sent:
            sent.sendall(long)
            assert sent.recv(100).startswith(b"HTTP/1.1 200 ")
        assert "Китежская область" in get(port, "/")
