"""Landlock: from here on this process, and all it starts, writes nowhere but where it is told.

Linux 5.13 and later (kernel documentation, userspace-api/landlock). Reading stays allowed. From
version 4 of the interface on, TCP is refused as well. Where the kernel knows nothing of it,
nothing happens: other walls stand beside it.
"""

import contextlib
import ctypes
import os
import struct
from collections.abc import Iterable
from pathlib import Path

_CREATE, _ADD, _RESTRICT = 444, 445, 446
_ASK_VERSION, _PATH_BENEATH = 1, 1
_WRITE_FILE, _REFER, _TRUNCATE = 1 << 1, 1 << 13, 1 << 14
_MAKE_AND_REMOVE = sum(1 << bit for bit in range(4, 13))
_TCP = 0b11
_NO_NEW_PRIVILEGES = 38
_OF_FILES = _WRITE_FILE | _TRUNCATE


def write_only_in(*places: str) -> bool:
    """Refuse all writing but beneath ``places``; True when the kernel does so from here on."""
    libc = ctypes.CDLL(None, use_errno=True)
    try:
        version = libc.syscall(_CREATE, None, 0, _ASK_VERSION)
    except AttributeError:
        return False
    if version < 1:
        return False
    refused = _WRITE_FILE | _MAKE_AND_REMOVE
    refused |= (_REFER if version >= 2 else 0) | (_TRUNCATE if version >= 3 else 0)
    rules = struct.pack("QQ", refused, _TCP) if version >= 4 else struct.pack("Q", refused)
    ruleset = libc.syscall(_CREATE, rules, len(rules), 0)
    if ruleset < 0:
        return False
    try:
        _allow(libc, ruleset, places, refused)
        libc.prctl(_NO_NEW_PRIVILEGES, 1, 0, 0, 0)
        return bool(libc.syscall(_RESTRICT, ruleset, 0) == 0)
    finally:
        os.close(ruleset)


def _allow(libc: ctypes.CDLL, ruleset: int, places: Iterable[str], what: int) -> None:
    for place in places:
        with contextlib.suppress(OSError):
            held = os.open(place, os.O_PATH | os.O_CLOEXEC)
            try:
                # What only folders can be allowed is refused for a file such as /dev/null.
                allowed = what if Path(place).is_dir() else what & _OF_FILES
                rule = struct.pack("=Qi", allowed, held)
                libc.syscall(_ADD, ruleset, _PATH_BENEATH, rule, 0)
            finally:
                os.close(held)
