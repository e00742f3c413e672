"""In: the stock guides. Out: the pages a second of guides built one after the other in one process, and its memory.

    python -m benchmarks.warm [LAYOUT [COUNT]]

From the YAML file to the bytes of the PDF, on one core, in processor time. The first guide warms up; each of the others
is built for the first time. With a COUNT so many guides are built, each with words that no other has, and the
peak of memory is told on the way.
"""

from __future__ import annotations

import gc
import resource
import sys
import time

from benchmarks.workload import GUIDES
from guidepress.build import Tools, build
from guidepress.guide import load_guide
from guidepress.layout import Layout, load_layout

_NEW_WORDS = 40
"""Words that only one of many guides has: names and places of its work."""

_PROSE = 90
"""Characters: what is longer is no name, no key and no list."""

_MARKS = frozenset("[]{}:")
"""What a line of prose has not, and keys, lists and what refers to something have."""


def main() -> int:
    """Print pages a second, and peaks of memory if they are asked for."""
    words = sys.argv[1:]
    layout = load_layout(words[0] if words else "study-guide")
    gc.disable()  # as the command does
    for check in (False, True):
        pages, seconds = measure(layout, check=check)
        said = "verified" if check else "not verified"
        print(f"{layout.name}, warm, {said}: {pages} pages, {pages / seconds:.0f} a second")
    if len(words) > 1:
        for count, peak in peaks(layout, int(words[1])):
            print(f"{count} guides: peak {peak:.0f} MB", flush=True)
    return 0


def measure(layout: Layout, *, check: bool) -> tuple[int, float]:
    """Pages and seconds of all stock guides but the first."""
    first, *others = sorted(GUIDES.glob("*.yaml"))
    tools = Tools(layout)
    build(load_guide(first), layout, tools=tools, check=check)
    pages, seconds = 0, 0.0
    for guide in others:
        gc.collect()
        started = time.process_time()
        pages += len(build(load_guide(guide), layout, tools=tools, check=check).book.pages)
        seconds += time.process_time() - started
    return pages, seconds


def peaks(layout: Layout, count: int) -> list[tuple[int, float]]:
    """The peak of memory in MB after every fiftieth guide, and after the last."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(GUIDES.glob("*.yaml"))]
    tools = Tools(layout)
    found = []
    for number in range(1, count + 1):
        told = _with_words_of_its_own(texts[number % len(texts)], number)
        build(load_guide(told, folder=GUIDES), layout, tools=tools, check=False)
        gc.collect()
        if not number % 50 or number == count:
            peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024  # Linux gives kilobytes
            found.append((number, peak))
    return found


def _with_words_of_its_own(text: str, number: int) -> str:
    """A guide in whose long lines, which are prose and nothing that is referred to, new words stand."""
    lines, made = text.split("\n"), 0
    for at, line in enumerate(lines):
        if len(line) > _PROSE and " the " in line and made < _NEW_WORDS and not _MARKS & {*line}:
            lines[at] = line.replace(" the ", f" the x{number}q{made} ", 1)
            made += 1
    return "\n".join(lines)


if __name__ == "__main__":
    raise SystemExit(main())
