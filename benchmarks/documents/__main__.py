"""`python -m benchmarks.documents [PART]`: the figures of every maker, both halves apart."""

import sys
import tempfile
from pathlib import Path

from benchmarks.documents.measured import KEEP, measured

PART = sys.argv[1] if len(sys.argv) > 1 else ""

with tempfile.TemporaryDirectory() as folder:
    for name, half, figures in measured(Path(folder), PART, print if KEEP in sys.argv else None):
        if not figures.documents:
            continue
        unread = f"  unread: {'; '.join(figures.unread)}" if figures.unread else ""
        print(
            f"{name:26} {half:9} {figures.documents:2} documents  CER {figures.error:5.2f} %  "
            f"cells {figures.accuracy:6.2f} %  order {figures.order:6.2f} %  "
            f"pictures {figures.counted}/{figures.documents}{unread}"
        )
