"""Boxes on a page, and the matrices that move and scale them."""

Box = tuple[float, float, float, float]
"""Left, bottom, right, top in points, as the page is turned for reading."""

Matrix = tuple[float, float, float, float, float, float]
"""a b c d e f of PDF: x' = ax + cy + e, y' = bx + dy + f."""

AS_IT_IS: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


def moved(box: Box, by: Matrix) -> Box:
    """The box around a box that was moved, scaled or turned."""
    a, b, c, d, e, f = by
    if b == c == 0:
        left, bottom, right, top = box
        x, x2, y, y2 = a * left + e, a * right + e, d * bottom + f, d * top + f
        left, right = (x, x2) if x <= x2 else (x2, x)
        return (left, y, right, y2) if y <= y2 else (left, y2, right, y)
    corners = [(x, y) for x in (box[0], box[2]) for y in (box[1], box[3])]
    xs = [a * x + c * y + e for x, y in corners]
    ys = [b * x + d * y + f for x, y in corners]
    return min(xs), min(ys), max(xs), max(ys)


def within(inner: Matrix, outer: Matrix) -> Matrix:
    """The matrix of what stands in a form that stands in another."""
    a, b, c, d, e, f = inner
    k, m, n, o, p, q = outer
    return (
        *(a * k + b * n, a * m + b * o, c * k + d * n, c * m + d * o),
        *(e * k + f * n + p, e * m + f * o + q),
    )
