import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.checks.visuals import Visuals
from scoring.model import Block, BlockKind, Stage, Status
from tests.scoring.checks.conftest import Maker

CHECK = Visuals(kind="visuals", full=0.5, words_per_page=300)


def answer(make, *files):
    make.page("")
    make.edition(*files)
    return CHECK(make.dossier(), Stage.ADOPTED)


@pytest.mark.parametrize(("pictures", "value"), [(0, 0), (1, 0.2), (5, 1), (40, 1)])
def test_pictures_by_the_page(make, pictures, value):
    said = answer(make, make.file("Слова", pages=10, pictures=pictures))
    assert (said.status, said.value, said.low, said.high) == (Status.MEASURED, value, value, value)
    assert said.evidence


def test_a_page_of_the_site_counts_by_its_words(make):
    page = make.file("слово " * 1200, role="page", media="text/html", pictures=1)
    assert answer(make, page).value == 0.5


def test_a_few_words_and_a_picture_are_one_page(make):
    assert answer(make, make.file("слово", role="page", media="text/html", pictures=1)).value == 1


def test_a_text_files_own_count_of_pages_is_a_hint(make):
    blocks = tuple(Block(BlockKind.PARAGRAPH, "слово " * 300, f"block={n}") for n in range(1, 5))
    text = make.file("Слова", path="a.docx", pages=1, pictures=1, blocks=blocks)
    assert answer(make, text).value == 0.5


def test_files_are_added_up_and_data_left_out(make):
    said = answer(
        make,
        make.file("Слова", path="a.pdf", pages=18, pictures=3),
        make.file("слово " * 600, path="p", role="page", media="text/html", pictures=1),
        make.file("Слова", path="c.xlsx", role="data", pictures=30),
    )
    assert said.value == pytest.approx(0.4)
    assert "4" in said.reason


def test_a_scan_is_unknown(make):
    said = answer(make, make.file(pages=10, text_layer_share=0.0, pictures=10))
    assert (said.status, said.reason) == (Status.UNKNOWN, "no-text-layer")


def test_pages_that_are_pictures_widen_the_bounds(make):
    said = answer(make, make.file("Слова", pages=10, text_layer_share=0.8, pictures=1))
    assert said.value == pytest.approx(0.25)
    assert said.low == pytest.approx(0.2)
    assert said.high == pytest.approx(0.6)


def test_a_file_we_cannot_open_widens_them_too(make):
    said = answer(
        make,
        make.file("Слова", path="a.pdf", pages=10, pictures=1),
        make.file(path="b.pdf", pages=10, unreadable="torn", text_layer_share=None),
    )
    assert (said.value, said.low, said.high) == (0.2, 0.1, 1)


def test_full_marks_for_nothing_are_refused():
    with pytest.raises(ValueError, match="greater than 0"):
        Visuals(kind="visuals", full=0)


@given(
    st.lists(
        st.tuples(st.integers(0, 60), st.integers(0, 80), st.floats(0.01, 1)),
        min_size=1, max_size=4,
    )
)  # fmt: skip
def test_whatever_the_files_the_value_lies_within_its_bounds(files):
    make = Maker()
    said = answer(
        make,
        *(
            make.file(
                "Слова", path=f"{n}.pdf", pages=pages, pictures=pictures, text_layer_share=share
            )
            for n, (pages, pictures, share) in enumerate(files)
        ),
    )
    assert 0 <= said.low <= said.value <= said.high <= 1
