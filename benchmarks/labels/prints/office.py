"""LibreOffice converts: one start for all files that become one format."""

import shutil
import subprocess
import tempfile
from collections.abc import Mapping
from pathlib import Path

_WAIT = 600
# An office in Russia writes 12 400,5 where one in America writes 12,400.5.
_RUSSIAN = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Setup/L10N"><prop oor:name="ooSetupSystemLocale" oor:op="fuse">
<value>ru-RU</value></prop></item></oor:items>
"""


def converted(files: Mapping[str, bytes], suffix: str, ending: str) -> dict[str, bytes]:
    """Files by name, all of kind ``suffix``, as ``ending``.

    Raises FileNotFoundError when LibreOffice is not installed, RuntimeError when it made nothing
    of a file.
    """
    if not files:
        return {}
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None:
        raise FileNotFoundError("LibreOffice is not installed (apt install libreoffice-writer)")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        sources = [folder / f"{key}.{suffix}" for key in files]
        for source, body in zip(sources, files.values(), strict=True):
            source.write_bytes(body)
        settings = folder / "home" / "user"
        settings.mkdir(parents=True)
        (settings / "registrymodifications.xcu").write_text(_RUSSIAN, "utf-8")
        home = f"-env:UserInstallation={(folder / 'home').as_uri()}"
        command = [program, home, "--headless", "--convert-to", ending, "--outdir"]
        done = subprocess.run(
            [*command, str(folder / "out"), *map(str, sources)],
            check=False,
            timeout=_WAIT,
            capture_output=True,
            text=True,
        )
        made = {key: folder / "out" / f"{key}.{ending}" for key in files}
        absent = [key for key, path in made.items() if not path.is_file()]
        if absent:
            raise RuntimeError(f"LibreOffice made no {ending} of {absent}: {done.stderr[-500:]}")
        return {key: path.read_bytes() for key, path in made.items()}
