"""What the registry says of addresses: which of them are sources, and what to hope of each."""

from dataclasses import replace

from crawler.model import Region, Source
from crawler.walk.ask import Ask
from crawler.walk.canonical import canonical, place

_HOPES = {
    "budget_for_citizens": 1.0,
    "portal_section": 0.85,
    "finance_authority": 0.6,
    "related": 0.55,
}
# A front page is asked for what lies behind it, not for what it says.
_FRONT = 0.2
_BEQUESTS = {"finance_authority": 0.3, "related": 0.5}


class Named:
    """One region's home page and sources."""

    def __init__(self, region: Region) -> None:
        self.home = canonical(str(region.home)) or str(region.home)
        self._sources: dict[str, tuple[str, Source]] = {
            place(c): (c, s) for s in region.sources if (c := canonical(str(s.url)))
        }

    @property
    def seeds(self) -> list[Ask]:
        """The sources as addresses to ask, in the registry's order."""
        known = self._sources.values()
        return [Ask(url, url, promise=_HOPES[source.kind]) for url, source in known]

    def told(self, ask: Ask) -> Ask:
        """An address that the registry names counts as that source, however it was reached."""
        known = self._sources.get(place(ask.url))
        if known is None:
            return ask
        url, source = known
        return replace(ask, source=url, promise=max(ask.promise, _HOPES[source.kind]))

    def bequest(self, ask: Ask) -> float:
        """What a page's promise says of its links: that of a ministry's front page, little."""
        if place(ask.url) == place(self.home):
            return _FRONT
        known = self._sources.get(place(ask.url))
        return _BEQUESTS.get(known[1].kind, ask.promise) if known else ask.promise
