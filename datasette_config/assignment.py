"""Each point gets a cell of its own, with the least total displacement (Hungarian method)."""

from collections.abc import Sequence

_FAR = float("inf")


def assign(cost: Sequence[Sequence[float]]) -> list[int]:
    """The column chosen for each row so that the sum of costs is least.

    ``cost`` is n rows by m columns, n <= m; no column is chosen twice. O(n^2 m).
    Shortest augmenting paths with potentials: Jonker and Volgenant, Computing 38 (1987).
    """
    width = len(cost[0]) if cost else 0
    left, right = [0.0] * (len(cost) + 1), [0.0] * (width + 1)
    owner = [0] * (width + 1)
    for row in range(1, len(cost) + 1):
        owner[0] = row
        came_from, last = _augment(cost, left, right, owner)
        while last:
            owner[last] = owner[came_from[last]]
            last = came_from[last]
    chosen = [0] * len(cost)
    for column in range(1, width + 1):
        if owner[column]:
            chosen[owner[column] - 1] = column - 1
    return chosen


def _augment(
    cost: Sequence[Sequence[float]], left: list[float], right: list[float], owner: list[int]
) -> tuple[list[int], int]:
    """Find a free column for the row waiting in column 0; potentials change in place."""
    width = len(right)
    nearest, came_from, done = [_FAR] * width, [0] * width, [False] * width
    column = 0
    while owner[column]:
        done[column] = True
        row, gap, following = owner[column], _FAR, 0
        for j in range(1, width):
            if done[j]:
                continue
            here = cost[row - 1][j - 1] - left[row] - right[j]
            if here < nearest[j]:
                nearest[j], came_from[j] = here, column
            if nearest[j] < gap:
                gap, following = nearest[j], j
        for j in range(width):
            if done[j]:
                left[owner[j]] += gap
                right[j] -= gap
            else:
                nearest[j] -= gap
        column = following
    return came_from, column
