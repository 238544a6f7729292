"""The registry refuses bad files all at once, naming file, place and remedy."""

import os
import stat
from pathlib import Path
from textwrap import dedent

import pytest

from crawler.registry import RegistryError, load
from crawler.strict_yaml import MAX_BYTES

SHIPPED = Path(__file__).parents[2] / "data" / "registry"
DISPUTED = {
    "donetsk-people-republic",
    "kherson-oblast",
    "lugansk-people-republic",
    "republic-of-crimea",
    "sevastopol",
    "zaporozhye-oblast",
}
GOOD = """\
id: lukomorye
name: {ru: Лукоморская область, en: Lukomorye Oblast}
iso_3166_2: XX-LUK
home: http://minfin.lukomorye.invalid/
sources:
  - url: http://minfin.lukomorye.invalid/budget
provenance: invented
"""


def entry(folder: Path, text: str = GOOD, name: str = "lukomorye") -> Path:
    path = folder / f"{name}.yaml"
    path.write_text(dedent(text), "utf-8")
    return path


def refused(folder: Path, *only: str) -> list[str]:
    with pytest.raises(RegistryError) as caught:
        load(folder, only)
    assert all(str(fault) in str(caught.value) for fault in caught.value.faults)
    return [str(fault) for fault in caught.value.faults]


def test_minimal_entry_of_the_contract(tmp_path: Path) -> None:
    entry(tmp_path)
    (region,) = load(tmp_path)
    assert region.id == "lukomorye"
    assert region.provenance == ("invented",)
    assert str(region.sources[0].url) == "http://minfin.lukomorye.invalid/budget"


def test_provenance_may_be_a_list_and_dates_may_be_bare(tmp_path: Path) -> None:
    calendar = "calendar:\n  2026: {submitted: 2025-10-30, signed: '2025-12-24'}\n"
    entry(tmp_path, GOOD.replace("provenance: invented", "provenance: [a, b]") + calendar)
    (region,) = load(tmp_path)
    assert region.provenance == ("a", "b")
    assert region.calendar[2026].signed.isoformat() == "2025-12-24"  # type: ignore[union-attr]


def test_addresses_tests_need_are_allowed(tmp_path: Path) -> None:
    entry(tmp_path, GOOD.replace("http://minfin.lukomorye.invalid/budget", "http://127.0.0.1:81/a"))
    assert str(load(tmp_path)[0].sources[0].url) == "http://127.0.0.1:81/a"


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("sources:", "source:", "lukomorye.yaml: source: unknown key; did you mean `sources`?"),
        ("  - url:", "  - ulr:", "lukomorye.yaml: sources.0.url: is required"),
        ("  - url:", "  - ulr:", "sources.0.ulr: unknown key; did you mean `url`?"),
        ("home: http", "home: ftp", "lukomorye.yaml: home: URL scheme"),
        ("home: http://", "home: http://me:secret@", "home: carries a user name or password"),
        ("id: luk", "id: buk", "id: is 'bukomorye', the file is called 'lukomorye'"),
        ("XX-LUK", "XX_LUK", "iso_3166_2: 'XX_LUK' is not an ISO 3166-2 code"),
        (
            "provenance: inv",
            "okato: 01234\nprovenance: inv",
            "okato: must be text, and this reads as 668: put",
        ),
        (
            "provenance: inv",
            "home: http://x.invalid/\nprovenance: inv",
            "home: the key stands twice",
        ),
        ("provenance: inv", "calendar: {26: {}}\nprovenance: inv", "calendar.26: is not a fiscal"),
        ("ru: Лукоморская область, ", "", "name.ru: is required"),
        ("en: Luk", "de: Luk", "name.de: unknown key; Known here: ru, en"),
    ],
)
def test_each_fault_says_where_and_what(tmp_path: Path, old: str, new: str, said: str) -> None:
    assert old in GOOD
    entry(tmp_path, GOOD.replace(old, new))
    assert any(said in fault for fault in refused(tmp_path)), refused(tmp_path)


@pytest.mark.parametrize(
    ("days", "said"),
    [
        ("signed: 2026-12-20", "signed: 2026-12-20 is far from fiscal year 2026"),
        (
            "submitted: 2025-12-20, signed: 2025-12-01",
            "signed: 2025-12-01 comes before `submitted`",
        ),
        ("reported: 2026-02-30", "calendar.2026.reported: "),
        ("reported: 2026-05-30", "reported: 2026-05-30 is far from fiscal year 2026"),
        ("signd: 2025-12-20", "calendar.2026.signd: unknown key; did you mean `signed`?"),
    ],
)
def test_calendar_faults(tmp_path: Path, days: str, said: str) -> None:
    entry(tmp_path, GOOD + f"calendar:\n  2026: {{{days}}}\n")
    assert any(said in fault for fault in refused(tmp_path)), refused(tmp_path)


def test_the_same_source_twice(tmp_path: Path) -> None:
    entry(
        tmp_path,
        GOOD.replace(
            "provenance", "  - url: HTTP://minfin.LUKOMORYE.invalid/budget#top\nprovenance"
        ),
    )
    assert refused(tmp_path) == [
        "lukomorye.yaml: sources.1.url: stands in sources.0 already; keep one of them"
    ]


def test_two_files_with_one_identity(tmp_path: Path) -> None:
    entry(tmp_path)
    entry(tmp_path, name="copy")
    faults = refused(tmp_path)
    assert "copy.yaml: id: is 'lukomorye', the file is called 'copy': make them the same" in faults
    assert "lukomorye.yaml: iso_3166_2: 'XX-LUK' belongs to copy.yaml already" in faults


def test_every_fault_of_every_file_at_once(tmp_path: Path) -> None:
    entry(tmp_path, GOOD.replace("sources:", "sorces:").replace("home: http", "home: ftp"))
    entry(tmp_path, "just text", name="a")
    entry(tmp_path, "a: [", name="b")
    files = [fault.partition(":")[0] for fault in refused(tmp_path)]
    assert files == ["a.yaml", "b.yaml", "lukomorye.yaml", "lukomorye.yaml"]


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (b"", "must be a mapping"),
        (b"- a\n- b\n", "must be a mapping"),
        (b"a: 1\n---\nb: 2\n", "is not YAML"),
        (b"a: \x80\xff\n", "is not UTF-8"),
        (b"a: !!python/object:os.system {}\n", "is not YAML"),
        (b"a: &x [1]\nb: *x\n", "anchors and aliases"),
        (b"a: &a [1,1]\nb: &b [*a,*a]\nc: &c [*b,*b]\n", "anchors and aliases"),
        (b"[" * 50_000, "nested deeper than"),
        (b"a: " + b"9" * 9000, "is not YAML"),
        (b"a: 1\n" + b"#" * 10_000_000, "is larger than"),
        (b"a: \x00", "is not YAML"),
    ],
)
def test_hostile_and_broken_files(tmp_path: Path, body: bytes, said: str) -> None:
    (tmp_path / "x.yaml").write_bytes(body)
    (fault,) = refused(tmp_path)
    assert fault.startswith("x.yaml: ")
    assert said in fault


def test_size_limit_leaves_room_for_real_entries() -> None:
    assert max(path.stat().st_size for path in SHIPPED.glob("*.yaml")) * 10 < MAX_BYTES


@pytest.mark.skipif(os.geteuid() == 0, reason="root reads everything")
def test_unreadable_file(tmp_path: Path) -> None:
    entry(tmp_path).chmod(stat.S_IWUSR)
    assert "cannot be read" in refused(tmp_path)[0]


def test_nowhere_and_nothing(tmp_path: Path) -> None:
    assert refused(tmp_path / "absent") == ["there is no such directory; see --registry"]
    assert "holds no *.yaml file" in refused(tmp_path)[0]
    entry(tmp_path).rename(tmp_path / "lukomorye.yml")
    assert "rename it to lukomorye.yaml" in refused(tmp_path)[0]


def test_only_takes_what_was_asked_and_helps_with_typos() -> None:
    assert [r.id for r in load(SHIPPED, ["tomsk-oblast", "amur-oblast"])] == [
        "amur-oblast",
        "tomsk-oblast",
    ]
    assert "tomsk-oblast" in refused(SHIPPED, "tomsk-oblst")[0]
    assert "tomsk-oblast" in refused(SHIPPED, "Томская")[0]
    assert "there are 89 regions" in refused(SHIPPED, "zzzzzz")[0]


def test_shipped_registry() -> None:
    regions = load(SHIPPED)
    assert len(regions) == 89
    assert [r.id for r in regions] == sorted(r.id for r in regions)
    assert {r.id for r in regions if r.disputed} == DISPUTED
    for region in regions:
        assert region.sources, region.id
        assert region.provenance, region.id
        assert region.latitude is not None, region.id
        assert len(region.okato) in (8, 11), region.id
        texts = [region.name.ru, *(s.title for s in region.sources), *region.access_notes]
        assert not any("  " in text or "**" in text or "](" in text for text in texts), region.id
    with_section = [r for r in regions if any(s.kind == "budget_for_citizens" for s in r.sources)]
    assert len(with_section) >= 84
