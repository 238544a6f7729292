"""One slide: its part, its number, and whether it is shown."""

from functools import cached_property

from scoring.extract.office.markup import Element, value
from scoring.extract.office.package import Package


class Leaf:
    """A slide of a package; ``root`` is None where its part is torn."""

    def __init__(self, package: Package, name: str, number: int) -> None:
        self.package = package
        self.name = name
        self.number = number

    @property
    def locator(self) -> str:
        """Where it is."""
        return f"slide={self.number}"

    @cached_property
    def root(self) -> Element | None:
        """The slide's element."""
        return self.package.xml_if(self.name)

    @property
    def hidden(self) -> bool:
        """Left out when the slides are shown."""
        return value(self.root, "show") in ("0", "false")
