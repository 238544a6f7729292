"""One walk over a page: blocks, tables, links and pictures in reading order."""

import re
from dataclasses import dataclass

from selectolax.lexbor import LexborHTMLParser, LexborNode

from scoring.document import Block, BlockKind, PageLink, Table
from scoring.extract.broken import BREAK, unbroken
from scoring.extract.caption import above
from scoring.extract.html.flow import BREAKS, UNSEEN, events
from scoring.extract.html.furniture import Furniture
from scoring.extract.html.links import MOST_LINKS, OpenLink, Surroundings, address
from scoring.extract.html.pictures import is_picture, source
from scoring.extract.html.tables import caption_of, rows_of
from scoring.extract.spelling import tidy

_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_ITEMS = frozenset({"li", "dd", "dt"})
_CAPTIONS = frozenset({"figcaption", "caption", "legend"})
_BOLD = frozenset({"b", "strong"})
_ENDS = (".", ";", ":", "!", "?", "…")
_FILE = re.compile(
    r"\.(pdf|docx?|xlsx?|pptx?|od[tsp]|rtf|zip|rar|7z|csv|json|xml)\b", re.IGNORECASE
)
_LONGEST_BOLD_HEADING = 150
_LONGEST_CONTROL = 60
# What a page offers to do with it, not what it tells.
_CONTROL = re.compile(
    r"(?:поделиться(?: в соцсетях| ссылкой)?|версия для печати|распечатать|печать|наверх|"
    r"вернуться(?: назад| к списку| в раздел)?|назад(?: к списку)?|подписаться(?: на новости)?|"
    r"версия для слабовидящих|показать (?:ещ[её]|все)|свернуть|закрыть|share|print)\W*$",
    re.IGNORECASE,
)
_MEANS = " — "
_MOST_PARTS = 1_000


@dataclass(frozen=True, slots=True)
class Place:
    """Where the walk stands: what text found here is."""

    kind: BlockKind = BlockKind.PARAGRAPH
    level: int = 0
    furniture: bool = False
    bold: bool = False


class Walk:
    """Collects what a page holds. ``menu_like`` are indexes of blocks that are one bare link."""

    def __init__(self, furniture: Furniture, *, most_blocks: int, longest: int) -> None:
        self.blocks: list[Block] = []
        self.tables: list[Table] = []
        self.links: list[PageLink] = []
        self.times: list[tuple[str, str]] = []
        self.menu_like: set[int] = set()
        self.pictures = 0
        self._shown: set[str] = set()
        self._furniture = furniture
        self._surroundings = Surroundings()
        self._most_blocks, self._left = most_blocks, longest
        self._places = [Place()]
        self._opened: list[tuple[int, str]] = []
        self._links: list[OpenLink] = []
        self._grids: dict[int, tuple[tuple[str, ...], ...]] = {}
        self._start()

    @property
    def overflown(self) -> bool:
        """More text than a page has."""
        return self._left < 0 or len(self.blocks) > self._most_blocks

    def title(self, tree: LexborHTMLParser) -> None:
        """The words on the browser's tab are the first block."""
        node = tree.css_first("head title")
        if node is not None and (text := tidy(node.text(deep=True))):
            self.blocks.append(Block(BlockKind.TITLE, text[:1000], "block=1"))

    def over(self, body: LexborNode) -> None:
        """Walk the whole page, or until it overflows."""
        for node, entering in events(body, self._take_table):
            if node.is_text_node:
                self._say(node.text_content or "")
            elif entering:
                self._enter(node)
            else:
                self._leave(node)
            if self.overflown:
                break
        self._flush()

    def _start(self) -> None:
        self._parts: list[str] = []
        self._linked = 0
        self._bold = 0
        self._leads_to_file = False

    def _say(self, text: str) -> None:
        self._parts.append(text)
        size = len(text.strip())
        self._left -= size
        self._bold += size if self._places[-1].bold else 0
        if self._links:
            self._linked += size
            self._links[-1].parts.append(text)

    def _enter(self, node: LexborNode) -> None:
        tag = node.tag or ""
        if tag in UNSEEN:
            return
        if tag == "br":
            self._break()
        elif tag in BREAKS and not (tag == "dd" and self._parts[-1:] == [_MEANS]):
            self._flush()
        place = self._place(node, tag)
        if place is not None:
            self._places.append(place)
            self._opened.append((node.mem_id, tag))
        self._notice(node, tag)

    def _place(self, node: LexborNode, tag: str) -> Place | None:
        """The place inside an element, None when it is no other than outside."""
        here = self._places[-1]
        furniture = here.furniture or self._furniture.owns(node)
        if tag in _HEADINGS:
            level = _HEADINGS[tag]
            kind = BlockKind.TITLE if level == 1 else BlockKind.HEADING
            # The main heading often stands in the header; a logo there is a link.
            return Place(kind, level, furniture and (level > 1 or node.css_first("a") is not None))
        if tag in _ITEMS:
            return Place(BlockKind.LIST_ITEM, 0, furniture)
        if tag in _CAPTIONS:
            return Place(BlockKind.CAPTION, 0, furniture)
        if tag == "p" and "MsoList" in (node.attributes.get("class") or ""):
            return Place(BlockKind.LIST_ITEM, 0, furniture)
        if tag in _BOLD:
            return Place(here.kind, here.level, furniture, bold=True)
        return Place(here.kind, here.level, furniture=True) if furniture != here.furniture else None

    def _notice(self, node: LexborNode, tag: str) -> None:
        if tag in ("a", "area", "iframe", "embed", "object"):
            if href := address(node):
                self._links.append(OpenLink(href, node))
                self._leads_to_file |= bool(_FILE.search(href))
        elif tag in ("img", "svg", "canvas"):
            self._picture(node, tag)
        elif not self._places[-1].furniture and (tag == "time" or "itemprop" in node.attributes):
            self._time(node, tag)

    def _picture(self, node: LexborNode, tag: str) -> None:
        if tag == "img" and self._links and not self._links[-1].parts:
            self._links[-1].parts.append(node.attributes.get("alt") or "")
        if not self._places[-1].furniture:
            self._count(node)

    def _count(self, node: LexborNode) -> None:
        """One image shown again and again is a mark in a list, not another picture."""
        address = source(node) if node.tag == "img" else ""
        if is_picture(node) and address not in self._shown:
            self.pictures += 1
            self._shown.update(filter(None, (address,)))

    def _time(self, node: LexborNode, tag: str) -> None:
        attributes = node.attributes
        name = attributes.get("itemprop") or ""
        if tag == "time" and attributes.get("datetime"):
            self.times.append((f"time {name}".strip()[:80], attributes["datetime"] or ""))
        elif name.lower().startswith("date"):
            text = attributes.get("content") or node.text(deep=True)[:100]
            self.times.append((f"itemprop {name}"[:80], text))

    def _leave(self, node: LexborNode) -> None:
        tag = node.tag or ""
        if tag in BREAKS and tag != "br":
            # A definition list is a glossary: the term stays with what is said of it.
            if tag == "dt" and self._said():
                self._parts.append(_MEANS)
            else:
                self._flush()
        if self._links and self._links[-1].node.mem_id == node.mem_id:
            self._finish_link()
        if self._opened and self._opened[-1][0] == node.mem_id:
            self._opened.pop()
            self._places.pop()

    def _finish_link(self) -> None:
        opened = self._links.pop()
        number = len(self.blocks) + (self._pieces() if self._said() or not self.blocks else 0)
        if len(self.links) < MOST_LINKS:
            self.links.append(self._surroundings.link(opened, f"block={number}"))

    def _pieces(self) -> int:
        """How many blocks what is said so far will be; of a paragraph without end, one."""
        few = BREAK in self._parts and len(self._parts) <= _MOST_PARTS
        return max(1, len(unbroken("".join(self._parts)))) if few else 1

    def _break(self) -> None:
        """Old pages part paragraphs with <br>; after a full stop it ends one."""
        if "".join(self._parts[-3:]).rstrip().endswith(_ENDS) or self._parts[-1:] == [BREAK]:
            self._flush()
        else:
            self._parts.append(BREAK)

    def _said(self) -> bool:
        return any(part.strip() for part in self._parts)

    def _flush(self) -> None:
        said = "".join(self._parts)
        linked, bold, to_file = self._linked, self._bold, self._leads_to_file
        self._start()
        here = self._places[-1]
        if BREAK in said and here.kind is BlockKind.PARAGRAPH and not here.furniture:
            *before, said = unbroken(said) or [""]
            self.blocks += [Block(here.kind, text, self._here()) for text in before]
            bold = 0 if before else bold
        text = tidy(said).removesuffix(_MEANS.rstrip())
        if not text:
            return
        kind, level = (BlockKind.BOILERPLATE, 0) if here.furniture else (here.kind, here.level)
        if len(text) <= _LONGEST_CONTROL and _CONTROL.match(text):
            kind, level = BlockKind.BOILERPLATE, 0
        if linked >= len(text) * 0.9 and not to_file and kind not in _TITLES:
            self.menu_like.add(len(self.blocks))
        if kind is BlockKind.PARAGRAPH and _is_bold_heading(text, bold):
            kind, level = BlockKind.HEADING, 6
        self.blocks.append(Block(kind, text, self._here(), level))

    def _here(self) -> str:
        return f"block={len(self.blocks) + 1}"

    def _take_table(self, node: LexborNode) -> bool:
        """True for a table of data, taken whole; False lets the walk go into the element."""
        if node.tag != "table" or self._places[-1].furniture:
            return False
        rows = rows_of(node)
        if not rows:
            return False
        caption = above(self.blocks, caption_of(node))
        locator = f"table={len(self.tables) + 1}"
        self.tables.append(Table(rows, locator, caption, after=len(self.blocks)))
        self._left -= sum(len(cell) for row in rows for cell in row)
        for anchor in node.css("a[href]")[: MOST_LINKS - len(self.links)]:
            if href := address(anchor):
                opened = OpenLink(href, anchor, [anchor.text(deep=True)])
                self.links.append(self._surroundings.link(opened, locator))
        for image in node.css("img, svg, canvas"):
            self._count(image)
        return True


_TITLES = (BlockKind.TITLE, BlockKind.HEADING)


def _is_bold_heading(text: str, bold: int) -> bool:
    short = len(text) <= _LONGEST_BOLD_HEADING and not text.endswith(_ENDS)
    return short and bold >= len(text.replace(" ", "")) * 0.9
