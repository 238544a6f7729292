"""LibreOffice as a reader of old Microsoft formats: headless, a fresh profile, no macros."""

import threading

from scoring.program import Cage, Ran, run

# Its socket for a second start of itself lies in /tmp, whatever TMPDIR says.
_CAGE = Cage(seconds=90, cpu_seconds=60, memory=4 << 30, writes=("/tmp",))  # noqa: S108
_SECURITY = "/org.openoffice.Office.Common/Security/Scripting"
_SETTINGS = (
    ("MacroSecurityLevel", "3"),
    ("DisableMacrosExecution", "true"),
    ("BlockUntrustedRefererLinks", "true"),
)
_ITEM = (
    '<item oor:path="{path}"><prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop>'
    "</item>"
)
_PROFILE = "profile/user/registrymodifications.xcu"


def to_docx(body: bytes, stop: threading.Event) -> Ran:
    """DOC to DOCX; the result is called ``converted.docx``."""
    return _converted(body, "converted.doc", "docx", stop)


def to_pptx(body: bytes, stop: threading.Event) -> Ran:
    """PPT to PPTX; the result is called ``converted.pptx``."""
    return _converted(body, "converted.ppt", "pptx", stop)


def _converted(body: bytes, name: str, to: str, stop: threading.Event) -> Ran:
    """Each run has its own profile: two LibreOffices on one profile wait for each other."""
    return run(
        [
            "soffice",
            "-env:UserInstallation=file://{folder}/profile",
            *("--headless", "--norestore", "--nologo", "--nodefault", "--nolockcheck"),
            *("--convert-to", to, "--outdir", "{folder}", "{folder}/" + name),
        ],
        given={name: body, _PROFILE: _settings()},
        bring=f"converted.{to}",
        cage=_CAGE,
        stop=stop,
    )


def _settings() -> bytes:
    items = "".join(
        _ITEM.format(path=_SECURITY, name=name, value=value) for name, value in _SETTINGS
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?><oor:items '
        'xmlns:oor="http://openoffice.org/2001/registry" '
        f'xmlns:xs="http://www.w3.org/2001/XMLSchema">{items}</oor:items>'
    ).encode()
