"""What the open data package says about itself, in Russian and in English."""

import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass

from scoring import schema

ABOUT = (
    "Насколько полно, своевременно и понятно регионы публикуют бюджет для граждан. "
    "How completely, promptly and readably regions publish their budget for citizens."
)
LICENCE = """# Лицензия — Licence

Таблицы и описания: Creative Commons Attribution 4.0 International (CC BY 4.0),
https://creativecommons.org/licenses/by/4.0/ — берите и меняйте, назвав источник: budgetwatch.
Цитаты из изданий принадлежат тем, кто их опубликовал, и приводятся как доказательства.
Файлы методик в rubrics/ — лицензия MIT, как вся программа.

Tables and descriptions: Creative Commons Attribution 4.0 International (CC BY 4.0),
https://creativecommons.org/licenses/by/4.0/ : use and change them, naming the source, budgetwatch.
Quotations from editions belong to their publishers and are given as evidence.
The rubric files in rubrics/ are under the MIT licence, as is the program.
"""
_RU = """# budgetwatch: открытые данные

{about}

- **Волны:** {waves}
- **Методики:** {rubrics}
- **Регионов:** {regions}; **собрано программой** {tool}, схема таблиц {version}

| файл | строк | что в нём |
|---|---|---|
{tables}

Описание каждого столбца, ключей и связей — в `datapackage.json` (Frictionless Data Package).
Кодировка UTF-8, разделитель — запятая, строки кончаются знаком LF; пустая ячейка — значения нет.
Текст, который начинается с `=`, `+`, `-`, `@` или апострофа, записан с апострофом впереди, чтобы
электронная таблица не приняла его за формулу; уберите один апостроф — получите исходный текст.

Цепочка доказательства: `scores` → `findings` → `evidence` → `captures` (адрес, время, сумма
sha256, файл WARC и смещение в нём). Неизвестное — не ноль: `status` `unknown` расширяет границы
`low`–`high`.

Проверить, что ничего не изменено: `sha256sum -c SHA256SUMS`. Лицензия — `LICENSE.md`.
"""
_EN = """# budgetwatch: open data

{about}

- **Waves:** {waves}
- **Rubrics:** {rubrics}
- **Regions:** {regions}; **made by** {tool}, table schema {version}

| file | rows | what is in it |
|---|---|---|
{tables}

Every column, key and link is described in `datapackage.json` (Frictionless Data Package). UTF-8,
commas, lines end with LF; an empty cell means no value. A text that begins with `=`, `+`, `-`, `@`
or an apostrophe is written with an apostrophe in front, so that no spreadsheet takes it for a
formula; take one apostrophe off and you have the text as it was.

The chain of proof: `scores` → `findings` → `evidence` → `captures` (address, time, sha256, WARC
file and the offset in it). Unknown is not zero: the `status` `unknown` widens the bounds `low` to
`high`.

To see that nothing was changed: `sha256sum -c SHA256SUMS`. The licence is in `LICENSE.md`.
"""


@dataclass(frozen=True, slots=True)
class Facts:
    """What the README says of the database: nothing that two builds of it could differ in."""

    waves: tuple[str, ...]
    rubrics: tuple[str, ...]
    regions: int
    tool: str
    version: str

    @classmethod
    def of(cls, db: sqlite3.Connection) -> "Facts":
        """Read from a published database."""
        meta = dict(db.execute("select key, value from meta"))
        (regions,) = db.execute("select count(*) from regions").fetchone()
        waves = db.execute("select id || ' (' || as_of || ')' from waves order by id")
        rubrics = db.execute("select id from rubrics order by id")
        return cls(
            tuple(row[0] for row in waves),
            tuple(row[0] for row in rubrics),
            regions,
            meta["tool"],
            meta["schema"],
        )


def readme(facts: Facts, counts: Mapping[str, int], lang: str) -> str:
    """The package's README in one language."""
    tables = "\n".join(
        f"| `data/{t.name}.csv` | {counts[t.name]} | {t.ru if lang == 'ru' else t.en} |"
        for t in schema.load().tables
    )
    return (_RU if lang == "ru" else _EN).format(
        about=ABOUT,
        waves=", ".join(facts.waves),
        rubrics=", ".join(f"`{r}`" for r in facts.rubrics),
        regions=facts.regions,
        tool=facts.tool,
        version=facts.version,
        tables=tables,
    )
