"""A program's way into its cage: no network, few means, and nobody left behind when it ends."""

import contextlib
import ctypes
import os
import resource
import signal
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from scoring.landlock import write_only_in

_NEW_USER, _NEW_PROCESSES, _NEW_NET = 0x10000000, 0x20000000, 0x40000000
_NO_NEW_PRIVILEGES, _DIE_WITH_PARENT = 38, 1


def enter(told: Mapping[str, Any]) -> None:
    """Give up rights, then become the program ``told["argv"]``; never returns.

    Where the kernel lends us a process namespace, two processes stand between the caller and
    the program: the first lends its exit code, the second is the namespace's init, with whose
    end the kernel ends all the program has started.
    """
    _limit(told["limits"])
    libc = ctypes.CDLL(None, use_errno=True)
    _with_parent(libc)
    if _leave(libc) and (init := os.fork()):
        os._exit(_code_of(init))
    _with_parent(libc)
    # It is started in the folder it may work in; what it says goes where we opened.
    write_only_in(str(Path.cwd()), "/dev/null", *told["limits"]["writes"])
    if os.getpid() == 1 and (program := os.fork()):
        os._exit(_code_of(program))
    os.execve(told["argv"][0], told["argv"], told["environment"])  # noqa: S606  # the cage's purpose


def _limit(limits: Mapping[str, int]) -> None:
    for what, most in (
        (resource.RLIMIT_AS, limits["memory"]),
        (resource.RLIMIT_FSIZE, limits["file_size"]),
        (resource.RLIMIT_NOFILE, limits["open_files"]),
        (resource.RLIMIT_CORE, 0),
    ):
        # A limit the parent already lives under cannot be raised, and need not be.
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(what, (most, most))
    with contextlib.suppress(ValueError, OSError):
        # SIGXCPU says why it ended; the SIGKILL a second later ends what does not listen.
        resource.setrlimit(resource.RLIMIT_CPU, (limits["cpu_seconds"], limits["cpu_seconds"] + 1))


def _with_parent(libc: ctypes.CDLL) -> None:
    """Linux kills us when our parent dies; elsewhere only the caller's own killing ends us."""
    with contextlib.suppress(AttributeError):
        libc.prctl(_DIE_WITH_PARENT, signal.SIGKILL, 0, 0, 0)
        libc.prctl(_NO_NEW_PRIVILEGES, 1, 0, 0, 0)


def _leave(libc: ctypes.CDLL) -> bool:
    """Leave the network and the other processes where the kernel lets us; True for the latter."""
    user, group = os.getuid(), os.getgid()
    with contextlib.suppress(AttributeError):
        if libc.unshare(_NEW_NET | _NEW_PROCESSES) == 0:
            return True
        if libc.unshare(_NEW_USER | _NEW_NET | _NEW_PROCESSES) == 0:
            _same_names(user, group)
            return True
        if libc.unshare(_NEW_USER | _NEW_NET) == 0:
            _same_names(user, group)
    return False


def _same_names(user: int, group: int) -> None:
    """In a new user namespace we are nobody until we say that we are who we were."""
    for name, line in (
        ("setgroups", "deny"),
        ("uid_map", f"{user} {user} 1"),
        ("gid_map", f"{group} {group} 1"),
    ):
        with contextlib.suppress(OSError):
            Path("/proc/self", name).write_text(line)


def _code_of(child: int) -> int:
    """Wait for all children, orphans too; the child's exit code, 128 + signal as shells say."""
    with contextlib.suppress(OSError):
        # What the caller lent us would stay open as long as we wait.
        os.closerange(0, 3)
    while True:
        ended, status = os.wait()
        if ended == child:
            code = os.waitstatus_to_exitcode(status)
            return code if code >= 0 else 128 - code
