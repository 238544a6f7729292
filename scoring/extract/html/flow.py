"""A tree of elements as a person's eye goes through it: in order, without recursion."""

from collections.abc import Callable, Iterator

from selectolax.lexbor import LexborNode

UNSEEN = frozenset(
    """
    script style noscript template head select option datalist textarea audio video math
    -comment !doctype -doctype
    """.split()  # noqa: SIM905  # words read as words
)
BREAKS = frozenset(
    """
    address article aside blockquote body center dd details dialog dir div dl dt fieldset
    figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr legend li main menu nav ol p pre
    section summary table caption tbody td text tfoot th thead tr ul br
    """.split()  # noqa: SIM905  # words read as words
)


def events(
    root: LexborNode, opaque: Callable[[LexborNode], bool] | None = None
) -> Iterator[tuple[LexborNode, bool]]:
    """Pairs (node, entering) for the root and all below it; leaving is told of elements only.

    Pages nest tens of thousands deep when they mean harm: no recursion. What ``opaque``
    says yes to is entered and left, but its children are passed by.
    """
    node: LexborNode = root
    while True:
        yield node, True
        closed = node.tag in UNSEEN or (opaque is not None and opaque(node))
        child = None if closed or not node.is_element_node else node.first_child
        if child is not None:
            node = child
            continue
        while True:
            if node.is_element_node:
                yield node, False
            if node.mem_id == root.mem_id:
                return
            following, parent = node.next, node.parent
            if following is not None:
                node = following
                break
            if parent is None:
                return
            node = parent


def flowing(root: LexborNode, longest: int = 100_000) -> str:
    """The text below a node; blocks and line breaks part words, inline elements do not."""
    parts: list[str] = []
    left = longest
    for node, _ in events(root):
        if node.is_text_node:
            piece = node.text_content or ""
            parts.append(piece)
            left -= len(piece) + 1
        elif node.tag in BREAKS:
            parts.append(" ")
        if left < 0:
            break
    return "".join(parts)
