"""Until the command line is there: python -m contractkit.redline ORIGINAL REVISED OUT."""

import datetime as dt
import sys
from pathlib import Path

from contractkit.redline import redline

if __name__ == "__main__":
    base, other, out = map(Path, sys.argv[1:4])
    when = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)
    result = redline(base.read_bytes(), other.read_bytes(), author="contractkit", when=when)
    out.write_bytes(result)
