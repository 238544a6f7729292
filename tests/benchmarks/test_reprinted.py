"""A region printed in another format: addresses, links and labels follow, data stays."""

from benchmarks.labels.model import Labelled
from benchmarks.labels.reprinted import OF_THE_FORM, reprinted
from benchmarks.labels.vocabulary import Format

REGION = Labelled.model_validate(
    {
        "region": {"id": "zaozerye", "name": "Заозёрная область", "body": "Минфин"},
        "manner": "plain",
        "pages": [
            {
                "path": "/",
                "title": "Минфин",
                "text": "[Бюджет](/f/b.pdf), [таблицы](/f/b.ods), [данные](/f/b.csv), [о нас](/o/)",
            }
        ],
        "files": [
            {"path": "/f/b.pdf", "format": "pdf", "text": "# Бюджет для граждан\n\nДоходы"},
            {"path": "/f/b.ods", "format": "ods", "text": "# Таблицы"},
            {"path": "/f/b.csv", "format": "csv", "text": "# Данные"},
        ],
        "truth": [
            {
                "what": "edition",
                "files": ["/f/b.pdf", "/f/b.ods", "/f/b.csv"],
                "stage": "adopted",
                "fiscal_year": 2025,
                "published": "2025-01-20",
                "criteria": {"glossary": 0.5, "visuals": 0.4},
            }
        ],
    }
)


def test_addresses_links_and_labels_follow_the_format() -> None:
    made = reprinted(REGION, Format.ODS)
    assert [(f.path, f.format) for f in made.files] == [
        ("/f/b.ods", Format.ODS),
        ("/f/b_1.ods", Format.ODS),
        ("/f/b.csv", Format.CSV),
    ]
    assert made.pages[0].text == (
        "[Бюджет](/f/b.ods), [таблицы](/f/b_1.ods), [данные](/f/b.csv), [о нас](/o/)"
    )
    assert made.editions[0].files == ("/f/b.ods", "/f/b_1.ods", "/f/b.csv")


def test_files_may_become_pages() -> None:
    made = reprinted(REGION, None)
    assert [page.path for page in made.pages] == ["/", "/f/b.html", "/f/b_1.html"]
    assert made.pages[1].title == "Бюджет для граждан"
    assert [file.path for file in made.files] == ["/f/b.csv"]


def test_what_a_format_may_change_is_not_asked() -> None:
    criteria = reprinted(REGION, Format.DOCX).editions[0].criteria
    assert criteria == {"glossary": 0.5}
    assert not OF_THE_FORM & set(criteria)
