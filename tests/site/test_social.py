"""The picture of a region: its size, its bytes, its letters, and the pages that name it."""

import hashlib
import io
import subprocess
import sys
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from datasette.app import Datasette
from PIL import Image, ImageFont

from crawler import registry
from datasette_config.drawing import SIZE
from datasette_config.serve import HERE
from tests.site.invented import PLACES

FONTS = sorted((HERE / "fonts").glob("*.ttf"))


async def picture(site: Datasette, path: str) -> bytes:
    answer = await site.client.get(path)
    assert (answer.status_code, answer.headers["content-type"]) == (200, "image/png")
    return bytes(answer.content)


@pytest.mark.parametrize("place", [p[0] for p in PLACES])
async def test_every_region_has_one_in_each_language(place: str, site: Datasette) -> None:
    both = [await picture(site, f"{lang}/social/{place}.png") for lang in ("", "/en")]
    assert both[0] != both[1]
    for body in both:
        assert len(body) < 100_000
        with Image.open(io.BytesIO(body)) as drawn:
            assert drawn.size == SIZE == (1200, 630)
            assert len(drawn.getcolors(1 << 20)) > 10


async def test_nobody_else_has_one(site: Datasette) -> None:
    assert (await site.client.get("/social/nowhere.png")).status_code == 404


async def test_the_same_standing_gives_the_same_bytes(site: Datasette, database: Path) -> None:
    code = (
        "import asyncio, hashlib, sys; from pathlib import Path\n"
        "from datasette_config.serve import app\n"
        "site = app(Path(sys.argv[1]))\n"
        "body = asyncio.run(site.client.get('/social/kitezh.png')).content\n"
        "print(hashlib.sha256(body).hexdigest()); site.close()"
    )
    line = [sys.executable, "-c", code, str(database)]
    there = subprocess.run(line, capture_output=True, text=True, check=True, timeout=120).stdout
    here = hashlib.sha256(await picture(site, "/social/kitezh.png")).hexdigest()
    assert there.strip() == here


async def test_a_score_and_no_score_look_different_where_they_are_told(site: Datasette) -> None:
    scored, blind = [
        Image.open(io.BytesIO(await picture(site, f"/social/{region}.png"))).convert("RGB")
        for region in ("lukomorye", "zaozerye")
    ]
    # The first has all the points: its bar is full of blue, and nobody's guess is drawn as one.
    assert scored.getpixel((500, 487)) == (0x24, 0x74, 0xAD)
    assert blind.getpixel((500, 480)) == (0xE9, 0xE5, 0xDB)


@pytest.mark.parametrize("path", ["/region/kitezh", "/en/region/kitezh", "/region/kitezh/totals"])
async def test_pages_of_a_region_name_it(path: str, site: Datasette) -> None:
    page = BeautifulSoup((await site.client.get(path)).text, "lxml")
    told = {tag["property"]: tag["content"] for tag in page.select("meta[property]")}
    lang = "/en" if path.startswith("/en") else ""
    assert told["og:image"] == f"http://localhost{lang}/social/kitezh.png"
    assert told["og:url"] == f"http://localhost{path}"
    assert page.title
    assert page.title.text.startswith(str(told["og:title"]))
    await picture(site, str(told["og:image"]).removeprefix("http://localhost"))


@pytest.mark.parametrize("path", ["/", "/data", "/region/nowhere"])
async def test_other_pages_name_none(path: str, site: Datasette) -> None:
    assert "og:image" not in (await site.client.get(path)).text


@pytest.mark.parametrize("file", FONTS, ids=lambda f: f.stem)
def test_the_letters_carried_are_all_that_the_regions_need(file: Path) -> None:
    font = ImageFont.truetype(file, 40, layout_engine=ImageFont.Layout.BASIC)
    absent = bytes(font.getmask("\ue000"))
    names = "".join(r.name.ru + r.name.en for r in registry.load(HERE.parent / "data/registry"))
    needed = set(names + "0123456789,.–—…?·:()«»№%") - {" "}
    assert not {letter for letter in needed if bytes(font.getmask(letter)) == absent}
