"""WCAG 2.2 AA: every pair of text and ground of the stylesheet reaches 4.5 to 1."""

import itertools
import re

import pytest

from datasette_config.serve import HERE

CSS = (HERE / "static" / "site.css").read_text("utf-8")
LIGHT, DARK = (
    dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6})", block))
    for block in re.findall(r":root {(.*?)}", CSS, re.DOTALL)[:2]
)
TEXT_ON = [
    *((ink, ground) for ink in ("ink", "soft", "link") for ground in ("paper", "card")),
    *((f"{v}-ink", v) for v in ("met", "partly", "unmet", "unknown", "na")),
    ("ink", "mark"),
    ("ink", "hit"),
    ("paper", "strong"),
    *((sign, ground) for sign in ("up", "down") for ground in ("paper", "card")),
]
TILES = {"b1": "#14171a", "b2": "#14171a", "b3": "#14171a", "b4": "#ffffff", "b5": "#ffffff"}


def luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("ink", "ground"), TEXT_ON)
def test_text_stands_out(ink: str, ground: str, scheme: str) -> None:
    colours = {**LIGHT, **DARK} if scheme == "dark" else LIGHT
    assert contrast(colours[ink], colours[ground]) >= 4.5


@pytest.mark.parametrize("band", TILES)
def test_tiles_can_be_read(band: str) -> None:
    assert contrast(LIGHT[band], TILES[band]) >= 4.5


def test_the_ramp_darkens_step_by_step() -> None:
    """Lightness alone orders the bands, whatever colours an eye can tell apart."""
    steps = [luminance(LIGHT[f"b{n}"]) for n in range(1, 6)]
    assert all(a > b * 1.3 for a, b in itertools.pairwise(steps))


def test_fields_have_edges() -> None:
    """WCAG 2.2, 1.4.11: what says where a field is stands out 3 to 1."""
    for colours in (LIGHT, {**LIGHT, **DARK}):
        assert contrast(colours["field"], colours["paper"]) >= 3


def test_marks_on_bars_can_be_seen() -> None:
    for colours in (LIGHT, {**LIGHT, **DARK}):
        assert contrast(colours["whisker"], colours["fill"]) >= 3
        assert contrast(colours["fill"], colours["rail"]) >= 3
