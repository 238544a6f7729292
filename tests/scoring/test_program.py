"""A program of the system works in a cage and leaves nothing behind."""

import os
import subprocess
import threading
import time
from pathlib import Path

import pytest

from scoring.program import Cage, found, run


def shell(script: str, **more: object):
    more.setdefault("given", {})
    return run(["sh", "-c", script], **more)


def test_what_it_says_and_makes_comes_back() -> None:
    ran = shell(
        "cat; mkdir -p a; cat given.txt > a/made.txt; echo no > a/other",
        given={"given.txt": b"bytes"},
        stdin=b"said",
        bring="*.txt",
    )
    assert (ran.reason, ran.said, dict(ran.made)) == ("", b"said", {"a/made.txt": b"bytes"})


def test_it_sees_nothing_of_our_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SECRET", "hunter2")
    ran = shell("env; pwd", environment={"OMP_THREAD_LIMIT": "1"})
    assert b"SECRET" not in ran.said
    assert b"OMP_THREAD_LIMIT=1" in ran.said
    home = next(line for line in ran.said.decode().splitlines() if line.startswith("HOME="))
    assert home.removeprefix("HOME=") == ran.said.decode().splitlines()[-1]
    assert not Path(home.removeprefix("HOME=")).exists()


@pytest.mark.parametrize(
    ("script", "cage", "reason"),
    [
        ("sleep 600", Cage(seconds=1), "too-slow"),
        ("while :; do :; done", Cage(cpu_seconds=1), "too-slow"),
        ("echo why >&2; exit 3", Cage(), "crashed"),
        ("kill -9 $$", Cage(), "crashed"),
        ("exec head -c 3000000 /dev/zero", Cage(file_size=1 << 20), "crashed"),
        ("head -c 3000000 /dev/zero", Cage(answer=1 << 20), "too-large"),
        ("for i in 1 2 3 4 5; do echo > $i.txt; done", Cage(files=3), "too-large"),
        ("head -c 3000000 /dev/zero > a.txt", Cage(answer=1 << 20), "too-large"),
    ],
)
def test_every_end_has_its_reason(script: str, cage: Cage, reason: str) -> None:
    ran = shell(script, cage=cage, bring="*.txt")
    assert ran.reason == reason
    assert ran.detail


def test_it_writes_nowhere_but_in_its_folder(tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    ran = shell(
        f"echo kept > in.txt; echo x > {outside} || mkdir {outside} || ln -s / {outside} || echo refused",
        bring="*.txt",
    )
    assert dict(ran.made) == {"in.txt": b"kept\n"}
    if b"refused" not in ran.said:
        pytest.skip("this kernel has no Landlock")
    assert not outside.exists()
    lent = shell(f"echo x > {outside}", cage=Cage(writes=(str(tmp_path),)))
    assert (lent.reason, outside.read_text()) == ("", "x\n")


def test_a_missing_program_is_named() -> None:
    ran = run(["no-such-program-here"], given={})
    assert ran.reason == "missing-program"
    assert "no-such-program-here" in ran.detail
    assert found("no-such-program-here") == ""


def test_a_link_out_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("secret")
    ran = shell(f"ln -s {tmp_path}/secret.txt a.txt; ln -s {tmp_path} b", bring="*.txt")
    assert (ran.reason, dict(ran.made)) == ("", {})


def test_nothing_outlives_it(tmp_path: Path) -> None:
    """Killed in its time, with a child that left the group where the kernel has namespaces."""
    mark = tmp_path / "alive"
    os.mkfifo(mark)
    ran = shell(f"(sleep 600; echo > {mark}) & exec sleep 600", cage=Cage(seconds=1))
    assert ran.reason == "too-slow"
    running = subprocess.run(["ps", "-eo", "args"], capture_output=True, text=True, check=True)
    assert str(mark) not in running.stdout


def test_it_can_be_stopped_from_another_thread() -> None:
    stop = threading.Event()
    threading.Timer(0.5, stop.set).start()
    began = time.monotonic()
    assert shell("sleep 600", stop=stop).reason == "stopped"
    assert time.monotonic() - began < 300


def test_it_has_no_network() -> None:
    """Where the kernel lends no namespace there is nothing to see."""
    ran = shell("cat /proc/net/dev; readlink /proc/self/ns/net")
    if ran.said.split()[-1].decode() == str(Path("/proc/self/ns/net").readlink()):
        pytest.skip("this kernel lends no network namespace")
    assert [line.split(b":")[0].strip() for line in ran.said.splitlines() if b":" in line][:1] == [
        b"lo"
    ]
