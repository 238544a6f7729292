"""The parts a Word document refers to: styles, lists, notes, headers, charts, addresses."""

from scoring.extract.office.markup import Element
from scoring.extract.office.package import Package, Relation


class Parts:
    """Parts by the kind or the id they are referred to by."""

    def __init__(self, package: Package, name: str) -> None:
        self.package = package
        self._known = package.relations(name)

    def root(self, kind: str) -> Element | None:
        """The part of a kind, of which there is one."""
        names = self.all_of(kind)
        return self.package.xml_if(names[0]) if names else None

    def all_of(self, kind: str) -> list[str]:
        """Names of the parts of a kind, in order."""
        held = {r.target for r in self._known.values() if r.kind == kind and not r.external}
        return sorted(name for name in held if name in self.package)

    def relation(self, number: str) -> Relation | None:
        """What an id refers to."""
        return self._known.get(number)

    def part(self, number: str) -> Element | None:
        """The part an id refers to; None for what is missing, torn or outside."""
        relation = self._known.get(number)
        if relation is None or relation.external:
            return None
        return self.package.xml_if(relation.target)

    def target(self, number: str) -> str:
        """The name of the part an id refers to; "" for what is missing or outside."""
        relation = self._known.get(number)
        inside = relation is not None and not relation.external
        return relation.target if relation is not None and inside else ""

    def address(self, number: str) -> str:
        """The address outside that an id refers to."""
        relation = self._known.get(number)
        return relation.target if relation is not None and relation.external else ""
