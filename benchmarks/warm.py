"""In: a layout and two guides. Out: the pages a second of the second guide, built in the same process as the first.

    python -m benchmarks.warm LAYOUT GUIDE OTHER_GUIDE

From the YAML file to the bytes of the PDF, without verification, on one core.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

from guidepress.build import Tools, build
from guidepress.guide import load_guide
from guidepress.layout import load_layout


def main() -> int:
    """Build the first guide to warm up, then time the others."""
    name, first, *others = sys.argv[1:]
    layout = load_layout(name)
    tools = Tools(layout)
    build(load_guide(Path(first)), layout, tools=tools, check=False)
    for guide in others:
        started = time.perf_counter()
        built = build(load_guide(Path(guide)), layout, tools=tools, check=False)
        seconds = time.perf_counter() - started
        pages = len(built.book.pages)
        print(f"{Path(guide).stem}: {pages} pages in {seconds:.3f} s, {pages / seconds:.0f} pages a second")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
