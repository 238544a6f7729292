"""Why an answer 200 may be no page at all, and whether it is none."""

import re
from dataclasses import dataclass
from hashlib import blake2b
from urllib.parse import urlsplit, urlunsplit

from crawler.model import Outcome
from crawler.transport.aside import Answered
from crawler.transport.imprint import Imprint, is_document

_FRONT = re.compile(
    r"/?(?:(?:index|default|main|home|start|glavnaya)(?:\.\w{2,5})?|(?:ru|rus|ru-ru)(?:/index\.\w+)?)?/?",
    re.IGNORECASE,
)
_NAMED_404 = re.compile(
    r"/(?:error[-_]?)?404(?:[-_]?(?:error|page|not[-_]?found))?(?:\.\w{2,5})?/?|/(?:page[-_]?)?not[-_]?found(?:\.\w+)?/?",
    re.IGNORECASE,
)
_NAMED_ERROR = re.compile(r"/(?:[\w-]+/)*(?:error|err|oshibka|errors?/\d+)(?:\.\w{2,5})?/?", re.I)


@dataclass(frozen=True, slots=True)
class Probed:
    """How a site answered for an address made up for the purpose."""

    answered: Answered
    imprint: Imprint | None

    @property
    def is_soft(self) -> bool:
        """True when it showed a page for what it cannot have."""
        return self.answered.outcome is Outcome.OK and self.imprint is not None


@dataclass(frozen=True, slots=True)
class Suspect:
    """An answer 200: the address as it was asked, the one that answered, what it said.

    ``is_text``: it is plain text, which is suspicious for what it says only.
    """

    asked: str
    final: str
    imprint: Imprint
    is_text: bool = False

    @property
    def is_front(self) -> bool:
        """True for a site's front door, which may answer like itself."""
        return is_front(self.asked)

    @property
    def is_document(self) -> bool:
        """True when a document was asked for; what came is words."""
        return is_document(self.asked)

    def why(self, home: Imprint | None, *, repeated: bool) -> str:
        """What is suspicious about it; "" for nothing."""
        if self.is_document and not self.is_text:
            return "the address of a document answers with a page"
        if self._sent_away():
            return f"the address leads to {self.final}"
        if self.imprint.wonders or self.imprint.says:
            return "the page speaks of something that is not there"
        if self.is_front or self.imprint.shell:
            return ""
        if home is not None and self.imprint.is_like(home):
            return "the page is the front page"
        return "the same page stands at several addresses" if repeated else ""

    def plainly(self) -> str:
        """Why it is no page, when no comparison is needed for that; "" otherwise."""
        if self.imprint.states:
            return "the page says itself that there is none"
        if self._moved() and _NAMED_404.fullmatch(urlsplit(self.final).path):
            return f"the address leads to {self.final}"
        return ""

    def verdict(self, home: Imprint | None, probed: Probed | None) -> str:
        """Why it is no page, in a sentence; "" when it is one as far as can be told."""
        if self.is_document:
            return self._no_document(home, probed)
        if self.is_front or probed is None or not probed.is_soft or probed.imprint is None:
            return ""
        where = probed.answered.response.url if probed.answered.response else ""
        if self._moved() and self.final == where:
            return f"the address leads to {self.final}, as one made up does"
        if not self.imprint.shell and self.imprint.is_like(probed.imprint):
            return "the site answers the same for an address made up"
        return ""

    def _no_document(self, home: Imprint | None, probed: Probed | None) -> str:
        if self.imprint.shell or self.imprint.says:
            return "a page without it answers for the document"
        if home is not None and self.imprint.is_like(home):
            return "the front page answers for the document"
        made_up = probed.imprint if probed is not None and probed.is_soft else None
        alike = made_up is not None and self.imprint.is_like(made_up)
        return "the same page answers for the document and for one made up" if alike else ""

    def _moved(self) -> bool:
        return _place(self.asked) != _place(self.final) and _host(self.asked) == _host(self.final)

    def _sent_away(self) -> bool:
        """True when the site sent an inner address to its front page or to a page for errors."""
        if self.is_front or not self._moved():
            return False
        path = urlsplit(self.final).path
        return is_front(self.final) or bool(
            _NAMED_404.fullmatch(path) or _NAMED_ERROR.fullmatch(path)
        )


def is_front(url: str) -> bool:
    """True for the front page of a host, of its Russian half too."""
    parts = urlsplit(url)
    return not parts.query and not parts.fragment and bool(_FRONT.fullmatch(parts.path))


def made_up(url: str, run: str) -> str:
    """An address beside ``url``, with its ending, that no site has; one for a run and host."""
    parts = urlsplit(url)
    name = "z" + blake2b(f"{run} {parts.netloc}".encode(), digest_size=12).hexdigest()
    path, slash = (parts.path[:-1], "/") if parts.path.endswith("/") else (parts.path, "")
    folder, _, last = path.rpartition("/")
    ending = (
        last[last.rindex(".") :] if "." in last[1:] and len(last) - last.rindex(".") < 7 else slash
    )
    return urlunsplit((parts.scheme, parts.netloc, f"{folder}/{name}{ending}", "", ""))


def _host(url: str) -> str:
    return (urlsplit(url).hostname or "").removeprefix("www.")


def _place(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.path.rstrip('/')}?{parts.query}"
