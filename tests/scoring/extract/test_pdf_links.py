"""Links of a PDF: the address, the words under it, and the line they stand in."""

import io

from reportlab.pdfgen.canvas import Canvas

from scoring.extract import extract


def printed(*links: tuple[str, tuple[float, float, float, float]]) -> bytes:
    """A page of two lines; places of it lead to addresses."""
    held = io.BytesIO()
    canvas = Canvas(held, pagesize=(400, 300))
    canvas.setFont("Helvetica", 12)
    canvas.drawString(40, 240, "Answer our survey on the budget before the first of December 2026.")
    canvas.drawString(
        40, 200, "Nothing else on this page leads anywhere, whatever a reader may think."
    )
    for href, place in links:
        canvas.linkURL(href, place)
    canvas.bookmarkPage("here")
    canvas.linkRect("", "here", (40, 195, 100, 212))
    canvas.save()
    return held.getvalue()


def test_a_link_is_told_with_its_words_and_their_line() -> None:
    (link,) = extract(printed(("https://opros.invalid/b?x=1", (82, 236, 135, 252)))).links
    assert (link.href, link.locator) == ("https://opros.invalid/b?x=1", "page=1")
    assert "survey" in link.text
    assert link.context.startswith("Answer our survey on the budget")


def test_a_link_over_two_lines_is_one() -> None:
    href = "https://opros.invalid/"
    body = printed((href, (82, 236, 135, 252)), (href, (40, 196, 90, 212)))
    (link,) = extract(body).links
    assert "survey" in link.text
    assert "Nothing" in link.text


def test_what_no_reader_could_open_is_left_out() -> None:
    place = (82, 236, 135, 252)
    body = printed(("javascript:alert(1)", place), ("file:///etc/passwd", place), ("#top", place))
    assert extract(body).links == ()


def test_a_page_of_a_thousand_links_is_bounded() -> None:
    place = (82, 236, 135, 252)
    body = printed(*((f"https://opros.invalid/{n}", place) for n in range(1000)))
    assert 0 < len(extract(body).links) <= 200
