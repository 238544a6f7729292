"""What is written in a picture, without what is painted: bars, sectors, grounds."""

from PIL import Image, ImageChops, ImageFilter

_COARSE = 4
"""A cell is so many points wide and high."""
_SOLID = 7
"""Cells of one shade across and down that no stroke of a letter fills: it is painted."""
_EVEN = 30
_PAPER = 235
_LIGHTER = 40
_FLAT = 0.25
"""The share of a drawing that has one shade; a camera gives no two points the same."""
_NEAR = 2


def is_photograph(picture: Image.Image) -> bool:
    """Does a grey picture have no ground of one shade?"""
    shades = picture.histogram()
    most = shades.index(max(shades))
    ground = sum(shades[max(0, most - _NEAR) : most + _NEAR + 1])
    return ground < _FLAT * sum(shades)


def inked(picture: Image.Image) -> Image.Image:
    """A grey picture with white in the place of solid areas, and the strokes upon them kept.

    A program that recognises words takes a bar of a chart for letters, and spoils the figure
    beside it. An area is solid where a square of _SOLID cells has one shade; it reaches as far as
    points of that shade or lighter do. Light letters upon dark areas go with them.
    """
    small = picture.resize(
        (max(1, picture.width // _COARSE), max(1, picture.height // _COARSE)), Image.Resampling.BOX
    )
    light = small.filter(ImageFilter.MaxFilter(_SOLID))
    dark = small.filter(ImageFilter.MinFilter(_SOLID))
    uneven = ImageChops.subtract(light, dark)
    core = ImageChops.multiply(
        uneven.point(lambda shade: 255 * (shade < _EVEN)),
        light.point(lambda shade: 255 * (shade < _PAPER)),
    )
    shade = Image.composite(light, Image.new("L", small.size, 255), core)
    # Back to the edges the core stands away from, and a cell more for a torn edge.
    reach = core.filter(ImageFilter.MaxFilter(_SOLID)).filter(ImageFilter.MaxFilter(3))
    shade = shade.filter(ImageFilter.MinFilter(_SOLID)).filter(ImageFilter.MinFilter(3))
    reach, shade = (one.resize(picture.size, Image.Resampling.NEAREST) for one in (reach, shade))
    least = shade.point(lambda value: max(0, value - _LIGHTER))
    darker = ImageChops.subtract(least, picture).point(lambda value: 255 * (value > 0))
    painted = ImageChops.subtract(reach, darker)
    return Image.composite(Image.new("L", picture.size, 255), picture, painted)
