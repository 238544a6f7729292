import pytest

from scoring.checks.text_layer import TextLayer
from scoring.model import Stage, Status, Table

CHECK = TextLayer(kind="text-layer")


def answer(make, *files):
    make.page("")
    make.edition(*files)
    return CHECK(make.dossier(), Stage.ADOPTED)


def test_pictures_of_pages_are_a_measured_zero(make):
    said = answer(make, make.file(text_layer_share=0.0))
    assert (said.status, said.value, said.low, said.high) == (Status.MEASURED, 0, 0, 0)
    assert said.evidence


def test_files_weigh_by_their_pages(make):
    text = make.file("Слова", path="a.pdf", pages=30)
    scan = make.file(path="b.pdf", pages=10, text_layer_share=0.0)
    assert answer(make, text, scan).value == 0.75


def test_a_page_of_the_site_is_text(make):
    said = answer(make, make.file("Слова", role="page", media="text/html"))
    assert (said.value, "веб-страница" in said.reason) == (1, True)


def test_a_page_beside_a_scan_does_not_hide_it(make):
    page = make.file("Слова", path="p", role="page", media="text/html")
    scan = make.file(path="b.pdf", text_layer_share=0.0)
    assert answer(make, page, scan).value == 0


def test_a_picture_file_has_no_text(make):
    said = answer(make, make.file(path="a.jpg", media="image/jpeg", unreadable="unsupported-format",
                                  pages=0, text_layer_share=None))  # fmt: skip
    assert said.value == 0


@pytest.mark.parametrize("reason", ["torn", "encrypted", "unsupported-format"])
def test_a_file_we_cannot_open_is_unknown(make, reason):
    said = answer(make, make.file(unreadable=reason, text_layer_share=None))
    assert (said.status, said.reason) == (Status.UNKNOWN, reason)


def test_beside_a_file_we_can_open_it_widens_the_bounds(make):
    text = make.file("Слова", path="a.pdf", pages=3)
    torn = make.file(path="b.pdf", pages=1, unreadable="torn", text_layer_share=None)
    said = answer(make, text, torn)
    assert (said.value, said.low, said.high) == (1, 0.75, 1)


def test_the_order_of_files_changes_nothing(make):
    files = [
        make.file("Слова", path=f"{n}.pdf", pages=n + 1, text_layer_share=n / 7) for n in range(8)
    ]
    first = answer(make, *files).value
    make.editions.clear()
    assert answer(make, *reversed(files)).value == first


def test_an_edition_of_data_alone_is_text(make):
    rows = Table((("Доходы", "36 400,5"),), "sheet=Доходы")
    data = make.file("", rows, path="a.xlsx", role="data", pages=0, text_layer_share=None)
    said = answer(make, data)
    assert (said.status, said.value) == (Status.MEASURED, 1)
