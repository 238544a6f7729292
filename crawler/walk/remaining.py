"""How long will a region still take? From its pace, what waits, and what its budget leaves."""

from crawler.walk.budget import Budget

# So many answers tell a site's pace.
TELLING = 10


def remaining(
    budget: Budget, now: float, *, answers: int, waiting: int
) -> tuple[float | None, float]:
    """Seconds the ``waiting`` addresses will take, None when nobody can tell; and the most.

    The pace is that of the ``answers`` so far, never faster than the delay allows.
    """
    limits, elapsed = budget.limits, budget.own.elapsed(now)
    pace = max(limits.delay, elapsed / answers if answers else 0.0)
    asks = max(0, limits.max_requests - budget.requests)
    time = max(0.0, limits.max_seconds - elapsed)
    # Before there is a pace only the time itself bounds the walk.
    most = min(time, asks * pace) if answers >= TELLING else time
    about = min(time, waiting * pace) if answers >= TELLING and waiting < asks else None
    return about, most
