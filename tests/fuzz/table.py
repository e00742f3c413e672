"""python -m tests.fuzz.table FILE: what all runs that added a line to a file came to, a row a fuzzer."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

__all__ = ["table"]

_COLUMNS = ("cases", "commands", "built", "refused", "other", "slow", "large", "slowest", "peak")
_MOST = frozenset({"slowest", "peak"})
_HEAD = (
    "| fuzzer | seeds | cases | commands | built | refused | tracebacks, off the page | over 10 s | over 600 MB "
    "| slowest, s | peak, MB |"
)


def table(lines: list[dict[str, Any]]) -> str:
    """Add up the lines of each fuzzer."""
    rows = [_HEAD, "|---" * (len(_COLUMNS) + 2) + "|"]
    for name in dict.fromkeys(line["fuzzer"] for line in lines):
        of = [line for line in lines if line["fuzzer"] == name]
        seeds = ", ".join(dict.fromkeys(str(line["seed"]) for line in of))
        cells = [(max if column in _MOST else sum)(line.get(column, 0) for line in of) for column in _COLUMNS]
        rows.append(f"| {name} | {seeds} | " + " | ".join(f"{cell:g}" for cell in cells) + " |")
    return "\n".join(rows)


if __name__ == "__main__":
    text = Path(sys.argv[1]).read_text(encoding="utf-8")
    sys.stdout.write(table([json.loads(line) for line in text.splitlines()]) + "\n")
