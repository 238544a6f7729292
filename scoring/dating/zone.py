"""The day it was where a region is: an hour of UTC may fall on another day there."""

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone

from crawler.model import Capture, Region

_OFFSET = re.compile(r"UTC([+-]\d{1,2})")


@dataclass(frozen=True, slots=True)
class Zone:
    """Hours ahead of UTC."""

    hours: int = 0

    @classmethod
    def of(cls, region: Region) -> "Zone":
        """The region's own; UTC when the registry does not say."""
        match = _OFFSET.fullmatch(region.timezone)
        return cls(int(match[1]) if match else 0)

    def day(self, stamp: datetime) -> date:
        """The day there at an instant; ValueError or OverflowError at the ends of time."""
        return stamp.astimezone(timezone(timedelta(hours=self.hours))).date()

    def seen(self, capture: Capture) -> date:
        """The day there when a capture was made: of a day the hour never counts."""
        return self.day(datetime.fromisoformat(capture.fetched_at))
