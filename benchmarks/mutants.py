"""In: a folder of PDF files. Out: a table of what becomes of so many damaged copies of them under all commands.

    python -m benchmarks.mutants FOLDER [--count 20000] [--seed 1] [--largest 20000] [--keep FOLDER]

Each copy is damaged in one to four places, in ways that a seed decides: bytes are turned, spans cut out, doubled or
exchanged, numbers made others, words of the syntax put in, the end cut off. It goes through verify, merge, impose and
stamp in a process beside this one, in bounded time and memory. All it may come to is done or refused.
"""

from __future__ import annotations

import argparse
import random
import re
import tempfile
import threading
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.corpus import Worker
from benchmarks.corpus_try import COMMANDS

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from benchmarks.corpus import Outcomes

ALLOWED = frozenset({"ok", "refused"})
"""What a damaged file may come to."""

_MOST_PLACES = 4
_LONGEST = 400
"""Bytes that are cut out, doubled or exchanged at most."""
_NUMBER = re.compile(rb"\d+")
_NUMBERS = (
    b"0",
    b"1",
    b"-1",
    b"2",
    b"65535",
    b"99999",
    b"2147483648",
    b"99999999999999999999",
    b"1e9",
    b"0.5",
)
_WORDS = (
    *(
        b"<<",
        b">>",
        b"[",
        b"]",
        b"(",
        b")",
        b"<",
        b">",
        b"/",
        b"%",
        b"\0",
        b"#41",
        b" R",
        b" 1 0 R",
        b" 3 0 R",
    ),
    *(b"obj", b"endobj", b"stream\n", b"endstream", b"xref", b"trailer", b"startxref", b"null", b"true"),
    *(
        b"/Kids",
        b"/Parent",
        b"/Type",
        b"/Length",
        b"/Filter",
        b"/Prev",
        b"/Contents",
        b"/Annots",
        b"/FlateDecode",
    ),
)


def _turned(data: bytearray, chance: random.Random) -> None:
    data[chance.randrange(len(data))] = chance.randrange(256)


def _span(data: bytearray, chance: random.Random) -> slice:
    start = chance.randrange(len(data))
    return slice(start, start + chance.randint(1, _LONGEST))


def _cut(data: bytearray, chance: random.Random) -> None:
    del data[_span(data, chance)]


def _doubled(data: bytearray, chance: random.Random) -> None:
    span = _span(data, chance)
    data[span.start : span.start] = data[span]


def _exchanged(data: bytearray, chance: random.Random) -> None:
    data[_span(data, chance)] = data[_span(data, chance)]


def _numbered(data: bytearray, chance: random.Random) -> None:
    start = chance.randrange(len(data))
    match = _NUMBER.search(data, start) or _NUMBER.search(data)
    if match is not None:
        data[match.start() : match.end()] = chance.choice(_NUMBERS)


def _worded(data: bytearray, chance: random.Random) -> None:
    at = chance.randrange(len(data))
    data[at:at] = chance.choice(_WORDS)


def _ended(data: bytearray, chance: random.Random) -> None:
    del data[chance.randrange(len(data)) :]


_WAYS: tuple[Callable[[bytearray, random.Random], None], ...] = (
    *(
        _turned,
        _cut,
        _doubled,
        _exchanged,
        _numbered,
        _numbered,
        _numbered,
        _worded,
        _worded,
        _worded,
        _ended,
    ),
)
"""Ways to damage a file; what meets the syntax more often than what meets a picture."""


def mutant(data: bytes, chance: random.Random) -> bytes:
    """A damaged copy."""
    made = bytearray(data)
    for _ in range(chance.randint(1, _MOST_PLACES)):
        if made:
            chance.choice(_WAYS)(made, chance)
    return bytes(made)


def run(files: Sequence[Path], options: argparse.Namespace) -> Counter[tuple[str, str]]:
    """Try so many mutants, some at a time; those that come to what may not be are kept and named."""
    found: Counter[tuple[str, str]] = Counter()
    numbers = iter(range(options.count))
    lock = threading.Lock()

    def work(folder: Path) -> None:
        worker = Worker(options.seconds)
        while True:
            with lock:
                number = next(numbers, None)
            if number is None:
                break
            chance = random.Random(f"{options.seed}/{number}")  # noqa: S311 - no secret
            source = chance.choice(files)
            path = folder / "mutant.pdf"
            path.write_bytes(mutant(source.read_bytes(), chance))
            outcomes = worker.attempt(path, COMMANDS)
            with lock:
                found.update((command, outcomes[command].kind) for command in COMMANDS)
                _tell(number, source, path, outcomes, options.keep)
        worker.close()

    with tempfile.TemporaryDirectory() as name:
        folders = [Path(name, str(job)) for job in range(options.jobs)]
        threads = [threading.Thread(target=work, args=(folder,)) for folder in folders]
        for folder, thread in zip(folders, threads, strict=True):
            folder.mkdir()
            thread.start()
        for thread in threads:
            thread.join()
    return found


def _tell(number: int, source: Path, path: Path, outcomes: Outcomes, keep: Path | None) -> None:
    for command, outcome in outcomes.items():
        if outcome.kind not in ALLOWED:
            print(f"{number}: {source.name}: {command}: {outcome.kind}: {outcome.detail}", flush=True)
            if keep is not None:
                keep.mkdir(parents=True, exist_ok=True)
                (keep / f"{number}.pdf").write_bytes(path.read_bytes())


def main() -> int:
    """Find the files, try their mutants, print the table; 1 if one comes to what may not be."""
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("--count", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--largest", type=int, default=20_000, help="bytes of the files that are damaged")
    parser.add_argument("--seconds", type=float, default=30, help="that one command may take")
    parser.add_argument("--jobs", type=int, default=2, help="files at a time")
    parser.add_argument("--keep", type=Path, help="folder for mutants that come to what may not be")
    options = parser.parse_args()
    files = [
        path for path in sorted(options.folder.rglob("*.pdf")) if 0 < path.stat().st_size <= options.largest
    ]
    if not files:
        print(f"There are no PDF files of up to {options.largest} bytes in {options.folder}.")
        return 1
    found = run(files, options)
    kinds = sorted({kind for _, kind in found})
    print("| command | " + " | ".join(kinds) + " |")
    print("|---" * (len(kinds) + 1) + "|")
    for command in COMMANDS:
        print(f"| {command} | " + " | ".join(str(found[command, kind]) for kind in kinds) + " |")
    return int(any(kind not in ALLOWED for kind in kinds))


if __name__ == "__main__":
    raise SystemExit(main())
