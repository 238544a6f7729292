import pytest

from scoring.checks.open_data import OpenData
from scoring.model import PageLink, Stage, Table

CHECK = OpenData(kind="open-data")
SUMS = Table((("Доходы", "36 519,2"), ("Расходы", "37 719,2")), "sheet=1")


@pytest.mark.parametrize(
    ("path", "media"),
    [
        ("bdg.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        ("bdg.ods", "application/vnd.oasis.opendocument.spreadsheet"),
        ("bdg.csv", "text/csv"),
        ("bdg.json", "application/json"),
        ("download.php?id=7", "text/csv"),
    ],
)
def test_a_sheet_beside_the_brochure_is_data(make, path, media):
    make.page("")
    make.edition(make.file("Слова"), make.file("", SUMS, path=path, role="data", media=media))
    assert CHECK(make.dossier(), Stage.ADOPTED).value == 1


def test_an_edition_that_is_a_sheet_is_data_itself(make):
    make.page("")
    make.edition(make.file("", SUMS, path="bdg.xls", role="data", media="application/vnd.ms-excel"))
    assert CHECK(make.dossier(), Stage.ADOPTED).value == 1


@pytest.mark.parametrize(("held", "value"), [(True, 1), (False, 0)])
def test_a_link_to_data_counts_when_the_data_is_there(make, held, value):
    make.page("")
    if held:
        make.capture("files/cifry.csv", media_type="text/csv")
    links = (PageLink("/files/cifry.csv", "Цифры", "Цифры", "block=1"),)
    make.edition(make.file("Слова", role="page", media="text/html", links=links))
    assert CHECK(make.dossier(), Stage.ADOPTED).value == value


@pytest.mark.parametrize("path", ["bdg.pdf", "bdg.docx", "bdg.pptx"])
def test_tables_in_a_brochure_are_no_data(make, path):
    make.page("")
    make.edition(make.file("Слова", SUMS, path=path))
    answer = CHECK(make.dossier(), Stage.ADOPTED)
    assert (answer.value, bool(answer.evidence)) == (0, True)
