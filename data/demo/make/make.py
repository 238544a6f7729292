"""Rebuilds the demo: invented budgets, their PDFs, and the sites that publish them.

    python data/demo/make/make.py [REGION...] [--pages-only] [--out=DIR]

Needs jinja2, lxml, pillow, pypdfium2, pyyaml, reportlab, and from the system chromium,
LibreOffice (soffice) and the fonts DejaVu and Liberation (Debian: chromium
libreoffice-writer-nogui fonts-dejavu-core fonts-liberation). What it makes is committed, so only
somebody who changes a text here runs it. Pages come out the same byte for byte; PDFs do not.
"""

import sys
from datetime import datetime
from pathlib import Path

import prints
import words
import yaml
from figures import Budget
from jinja2 import Environment, FileSystemLoader, StrictUndefined

HERE = Path(__file__).parent
SITES = HERE.parent / "sites"
EDITIONS = Environment(
    loader=FileSystemLoader([HERE / "editions", HERE / "documents", HERE / "sites"]),
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)
EDITIONS.globals.update(
    Budget=Budget, mlrd=words.mlrd, mln=words.mln, tys=words.tys, share=words.share,
    grouped=words.grouped, chart=words.chart, milliards=words.milliards,
)  # fmt: skip


def printed(entry: dict[str, object], host: str, sites: Path) -> None:
    """Make one document of ``documents.yaml``."""
    out = sites / host / str(entry["to"]).lstrip("/")
    out.parent.mkdir(parents=True, exist_ok=True)
    body = EDITIONS.get_template(f"{entry['from']}.html.j2").render(**entry.get("with", {}))
    look = str(entry.get("look", "document"))
    prints.MAKERS[entry["by"]](body, str(entry.get("title", "")), look, out)
    prints.dated(out, datetime.fromisoformat(str(entry["made"])))
    print(f"{out.stat().st_size // 1024:5d} KB  {out.relative_to(sites)}")


def pages(host: str, encoding: str, sites: Path) -> None:
    """Render every page of a site; names that begin with _ are only parts of others."""
    for source in sorted((HERE / "sites" / host).rglob("*")):
        inside = source.relative_to(HERE / "sites" / host)
        if source.is_dir() or source.name.startswith("_"):
            continue
        out = sites / host / str(inside).removesuffix(".j2")
        out.parent.mkdir(parents=True, exist_ok=True)
        if source.suffix == ".j2":
            text = EDITIONS.get_template(f"{host}/{inside.as_posix()}").render(at="/" + str(inside))
            out.write_bytes(text.encode(encoding, "xmlcharrefreplace"))
        else:
            out.write_bytes(source.read_bytes())


def main(arguments: list[str]) -> None:
    """Make the regions named, or all, into data/demo/sites or the folder of --out."""
    outs = [Path(a.removeprefix("--out=")) for a in arguments if a.startswith("--out=")]
    sites = outs[-1] if outs else SITES
    wanted = [a for a in arguments if not a.startswith("-")]
    for region, work in yaml.safe_load((HERE / "documents.yaml").read_text("utf-8")).items():
        if wanted and region not in wanted:
            continue
        for host, encoding in work["hosts"].items():
            pages(host, encoding, sites)
        if "--pages-only" not in arguments:
            for entry in work.get("documents", []):
                printed(entry, entry.get("host") or next(iter(work["hosts"])), sites)


if __name__ == "__main__":
    main(sys.argv[1:])
