"""What an office file says of itself: title, days, pages. Hints: programs write them."""

from dataclasses import dataclass

from scoring.extract.office.markup import Element, local
from scoring.extract.office.package import Package
from scoring.extract.pdf.about import day_of, title_of

_MOST_PAGES = 5000


@dataclass(frozen=True, slots=True)
class Properties:
    """Title a person could have meant, ISO days, pages as last counted (0 when not)."""

    title: str = ""
    created: str = ""
    modified: str = ""
    pages: int = 0


def of_office(package: Package) -> Properties:
    """The properties of docProps."""
    said = {**_texts(package.xml_if("docProps/app.xml")), **_texts(_core(package))}
    pages = said.get("Pages", "")
    count = int(pages) if pages.isascii() and pages.isdigit() and len(pages) < 6 else 0
    return Properties(
        title_of(said.get("title", "")),
        day_of(said.get("created", "")),
        day_of(said.get("modified", "")),
        count if count <= _MOST_PAGES else 0,
    )


def of_odf(package: Package) -> Properties:
    """The properties of meta.xml."""
    root = package.xml_if("meta.xml")
    said: dict[str, str] = {}
    pages = ""
    for element in root.iter() if root is not None else ():
        said.setdefault(local(element), (element.text or "").strip())
        if local(element) == "document-statistic":
            pages = next((str(v) for k, v in element.attrib.items() if "page-count" in str(k)), "")
    count = int(pages) if pages.isascii() and pages.isdigit() and len(pages) < 6 else 0
    return Properties(
        title_of(said.get("title", "")),
        day_of(said.get("creation-date", "")),
        day_of(said.get("date", "")),
        count if count <= _MOST_PAGES else 0,
    )


def _core(package: Package) -> Element | None:
    known = package.relations().values()
    named = (r.target for r in known if r.kind == "core-properties" and not r.external)
    return package.xml_if(next(named, "docProps/core.xml"))


def _texts(root: Element | None) -> dict[str, str]:
    return {} if root is None else {local(e): (e.text or "").strip() for e in root}
