"""What can be found in a publication, and the places of the site it is found at."""

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass

BETWEEN = " · "
"""What stands between the Russian and the English of one entry."""

# Of several waves and rubrics that speak of one thing, the newest by the richest. The same words
# at the same place of the same bytes are one entry, however many cite them.
_ENTRIES = """
with rated as (
    select w.id as wave, r.id as rubric, printf('%s %04d', w.as_of, count(*)) as newest
    from waves w, rubrics r join criteria c on c.rubric = r.id
    group by w.id, r.id
), cited as (
    select e.sha256, e.locator, e.quote, e.url, e.capture, f.region, f.criterion, f.stage, f.wave,
        f.rubric, n.newest
    from evidence e join findings f on f.id = e.finding
    join rated n on n.wave = f.wave and n.rubric = f.rubric where e.quote <> ''
), held as (
    select f.sha256, e.region, '' as criterion, case count(distinct e.id) when 1 then e.stage
        else '' end as stage, max(coalesce(d.wave, '')) as wave, '' as rubric, f.url, f.capture
    from edition_files f join editions e on e.id = f.edition left join due d on d.edition = e.id
    group by f.sha256, e.region
), beside as (
    select sha256, region, criterion, stage, wave, rubric, url, capture, max(newest) from cited
    where (sha256, region) not in (select sha256, region from held) group by sha256, region
), kept as (
    select * from held union all
    select sha256, region, criterion, stage, wave, rubric, url, capture from beside
)
select 'region' as kind, id as region, '' as criterion, '' as stage, '' as wave, '' as rubric,
    '' as url, '' as locator, '' as capture, name_ru || :between || name_en as text,
    '' as sha256, 0 as number, 4 as lift from regions
union all
select 'criterion', '', id, '', wave, rubric, '', '', '',
    question_ru || :between || question_en, '', 0, 3
    from (select c.*, n.wave, max(n.newest) from criteria c join rated n on n.rubric = c.rubric
        group by c.id)
union all
select 'edition', e.region, '', e.stage, max(coalesce(d.wave, '')), '', e.url, '', e.why_capture,
    e.title, '', 0, 2 from editions e left join due d on d.edition = e.id group by e.id
union all
select 'document', c.region, '', '', '', '', c.final_url, '', max(c.id), d.title, '', 0, 1
    from documents d join captures c on c.sha256 = d.sha256
    where d.title <> '' group by c.region, d.sha256
union all
select 'quote', region, criterion, stage, wave, rubric, url, locator, capture, quote, '', 0, 0
    from (select *, max(newest) from cited group by region, sha256, locator, quote)
union all
select 'passage', k.region, k.criterion, k.stage, k.wave, k.rubric, k.url, p.locator, k.capture,
    p.text, p.sha256, p.number, -1 from passages p join kept k on k.sha256 = p.sha256
"""


@dataclass(frozen=True, slots=True)
class Entry:
    """Something that can be found.

    ``kind``: region, criterion, edition, document, quote or passage. ``wave`` and ``rubric`` are
    those of the rating to show it in, "" for any. Of a passage ``text`` is "" here: it stands in
    the publication under ``sha256`` and ``number``.
    """

    kind: str
    region: str
    criterion: str
    stage: str
    wave: str
    rubric: str
    url: str
    locator: str
    capture: str
    text: str
    sha256: str
    number: int

    @property
    def place(self) -> str:
        """Its address on the site, without language and rating; "" when it has none here."""
        if self.kind == "criterion":
            return f"/criterion/{self.criterion}"
        if self.kind == "region":
            return f"/region/{self.region}"
        if self.criterion:
            return f"/region/{self.region}/{self.criterion}#{self.stage}"
        if not self.wave:
            return ""
        return f"/region/{self.region}#edition{'-' + self.stage if self.stage else 's'}"


def entries(source: sqlite3.Connection) -> Iterator[tuple[Entry, int]]:
    """Everything that can be found, with how high it stands among what fits as well."""
    for row in source.execute(_ENTRIES, {"between": BETWEEN}):
        yield Entry(*row[:-1]), row[-1]
