"""In: the stock layouts and one guide. Out: the time of each layout, as a share of that of the longest book.

    python -m benchmarks.layouts [rounds]

Whole processes, verified, run in turn. A layout that must fit its page sets the guide several times, and a puzzle
looks for words that cross: neither may cost much more than a long book does.
"""

from __future__ import annotations

import compileall
import sys
import tempfile
from pathlib import Path

import pypdf

from benchmarks.timing import Timing, run_in_turn
from guidepress.layout import stock_layouts

ROOT = Path(__file__).parents[1]
GUIDE = ROOT / "guides" / "a-christmas-carol.yaml"


def main() -> int:
    """Build every layout and print the table, the slowest first."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 3
    compileall.compile_dir(ROOT / "src", quiet=1)
    guidepress = str(Path(sys.executable).with_name("guidepress"))
    with tempfile.TemporaryDirectory() as folder:
        files = {name: Path(folder) / f"{name}.pdf" for name, _ in stock_layouts()}
        timings = run_in_turn(
            {
                name: [guidepress, "build", str(GUIDE), "--layout", name, "-o", str(place)]
                for name, place in files.items()
            },
            rounds,
        )
        pages = {name: len(pypdf.PdfReader(place).pages) for name, place in files.items()}
    _print_table(timings, pages)
    return 0


def _print_table(timings: dict[str, Timing], pages: dict[str, int]) -> None:
    longest = max(pages, key=lambda name: pages[name])
    print(f"{'':20}{'pages':>6}{'median s':>10}{'x ' + longest:>18}")
    for name, timing in sorted(timings.items(), key=lambda entry: -entry[1].median):
        ratio = timing.median / timings[longest].median
        print(f"{name:20}{pages[name]:6}{timing.median:10.3f}{ratio:18.2f}")


if __name__ == "__main__":
    raise SystemExit(main())
