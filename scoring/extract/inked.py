"""What is written in a picture, without the bars and grounds that are painted beside it."""

from PIL import Image, ImageChops, ImageFilter

from scoring.extract.areas import Area, Box, areas

_COARSE = 4
"""A cell is so many points wide and high."""
_SOLID = 7
"""Cells of one shade across and down that no stroke of a letter fills: it is painted."""
_EVEN = 30
_PAPER = 235
_LIGHTER = 40
_LETTERED = 0.01
"""Share of lighter points in an area that has letters upon it."""
_FLAT = 0.25
"""The share of a drawing that has one shade; a camera gives no two points the same."""
_NEAR = 2
_BLURRED = 2
"""Cells along an edge that may be neither the one nor the other."""


def is_photograph(picture: Image.Image) -> bool:
    """Does a grey picture have no ground of one shade?"""
    shades = picture.histogram()
    most = shades.index(max(shades))
    ground = sum(shades[max(0, most - _NEAR) : most + _NEAR + 1])
    return ground < _FLAT * sum(shades)


def inked(picture: Image.Image) -> Image.Image:
    """A grey picture with white in the place of plain areas, and dark strokes upon them kept.

    A program that recognises words takes a bar of a chart for letters, and spoils the figure
    beside it. Light letters upon a dark band it reads as they are: such areas stay, and so do
    sectors of a circle, whose edges are no box.
    """
    # Of whole cells only: a row of points left over would move all others.
    wide, high = (max(1, side // _COARSE) for side in picture.size)
    whole = (0, 0, min(wide * _COARSE, picture.width), min(high * _COARSE, picture.height))
    small = picture.resize((wide, high), Image.Resampling.BOX, box=whole)
    light = small.filter(ImageFilter.MaxFilter(_SOLID))
    uneven = ImageChops.subtract(light, small.filter(ImageFilter.MinFilter(_SOLID)))
    core = ImageChops.multiply(
        uneven.point(lambda shade: 255 * (shade < _EVEN)),
        light.point(lambda shade: 255 * (shade < _PAPER)),
    )
    clean = picture.copy()
    for area in areas(small, core, below=_PAPER):
        if area.lightest - area.darkest < _EVEN and _is_plain(picture, area):
            _take_off(clean, area)
    return clean


def _is_plain(picture: Image.Image, area: Area) -> bool:
    """Nothing lighter is within its edges, which are blurred where a picture was enlarged."""
    shades = picture.crop(_points(area.box, -_BLURRED)).histogram()
    return sum(shades[area.lightest + _LIGHTER :]) <= _LETTERED * sum(shades)


def _take_off(picture: Image.Image, area: Area) -> None:
    left, top, right, bottom = _points(area.box, 1)
    box = max(0, left), max(0, top), min(right, picture.width), min(bottom, picture.height)
    least = max(0, area.darkest - _LIGHTER)
    painted = picture.crop(box).point(lambda shade: 255 * (shade >= least))
    picture.paste(255, box, painted)


def _points(box: Box, more: int) -> Box:
    """A box of cells in points, so many cells larger on each side; at least an empty one."""
    left, top, right, bottom = box[0] - more, box[1] - more, box[2] + more, box[3] + more
    sides = left, top, max(left, right), max(top, bottom)
    return _COARSE * sides[0], _COARSE * sides[1], _COARSE * sides[2], _COARSE * sides[3]
