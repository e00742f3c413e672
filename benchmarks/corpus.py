"""In: a folder of PDF files. Out: a table of what becomes of them under verify, merge, impose and stamp.

    python -m benchmarks.corpus FOLDER [--limit 600] [--seconds 60] [--jobs 2]

Every file goes through every command in a process beside this one, which is ended when a command takes too long.
What comes out is compared with what went in by two readers that share no code with ours: pages, letters and
annotations. Public corpora to try: those of pdf.js, veraPDF, qpdf, iText, pypdf, pdfcpu, PDFBox and pdfminer.
"""

from __future__ import annotations

import argparse
import multiprocessing
import queue
import threading
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from benchmarks.corpus_peers import missing_peers
from benchmarks.corpus_try import COMMANDS, PEERS, Outcome, serve

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

KINDS = ("ok", "refused", "traceback", "hang", "died", "lost", "lost, and said")
Outcomes: TypeAlias = dict[str, Outcome]
"""Of each command the outcome, and under PEERS "ok" where both peers open the file."""


def spread(files: Sequence[Path], limit: int) -> list[Path]:
    """So many of the files, at even distances."""
    if not 0 < limit < len(files):
        return list(files)
    return [files[rank * len(files) // limit] for rank in range(limit)]


class Worker:
    """A process that tries one file after the other; one that hangs or dies is replaced."""

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._start()

    def _start(self) -> None:
        context = multiprocessing.get_context("spawn")
        self._connection, theirs = context.Pipe()
        self._process = context.Process(target=serve, args=(theirs,), daemon=True)
        self._process.start()
        theirs.close()

    def close(self) -> None:
        """End the process."""
        self._process.kill()
        self._process.join()

    def attempt(self, path: Path, asked: Sequence[str] = (*COMMANDS, PEERS)) -> Outcomes:
        """Run all commands on a file; after a hang or a death the others are run all the same."""
        outcomes: Outcomes = {}
        steps = list(asked)
        self._connection.send((str(path), steps))
        while steps:
            step, made = self._next(steps[0])
            if made is None:
                continue
            if isinstance(made, Outcome):
                outcomes[step] = made
            else:
                outcomes[PEERS] = Outcome("ok" if made.pop(PEERS) else "refused")
                outcomes.update(made)
            steps.remove(step)
            if made == Outcome("hang") or made == Outcome("died"):
                self.close()
                self._start()
                # Results are gone with the process: they are made again, to be compared.
                again = [each for each in COMMANDS if outcomes.get(each) == Outcome("ok")]
                if PEERS in steps:
                    steps = [*again, *(each for each in steps if each not in again)]
                if steps:
                    self._connection.send((str(path), steps))
        return outcomes

    def _next(self, step: str) -> tuple[str, Outcome | dict[str, Outcome] | None]:
        try:
            if not self._connection.poll(self._seconds):
                return step, Outcome("hang")
            return self._connection.recv()  # type: ignore[no-any-return]  # what `serve` sends
        except (EOFError, OSError):
            return step, Outcome("died")


def run(files: Sequence[Path], jobs: int, seconds: float) -> dict[Path, Outcomes]:
    """Try all files, several at a time."""
    waiting: queue.SimpleQueue[Path] = queue.SimpleQueue()
    for file in files:
        waiting.put(file)
    found: dict[Path, Outcomes] = {}

    def work() -> None:
        worker = Worker(seconds)
        while True:
            try:
                file = waiting.get_nowait()
            except queue.Empty:
                break
            found[file] = worker.attempt(file)
        worker.close()

    threads = [threading.Thread(target=work) for _ in range(jobs)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return {file: found[file] for file in files}


def table(found: Mapping[Path, Outcomes], folder: Path) -> list[str]:
    """The lines of the table, of the reasons, and of every file that met with more than a refusal."""
    lines = ["| command | " + " | ".join(KINDS) + " | refused, but both peers open it |"]
    lines.append("|---" * (len(KINDS) + 2) + "|")
    reasons: Counter[str] = Counter()
    listed = []
    for command in COMMANDS:
        kinds = Counter(outcomes[command].kind for outcomes in found.values())
        needless = 0
        for file, outcomes in found.items():
            outcome = outcomes[command]
            opens = outcomes[PEERS].kind == "ok"
            if outcome.kind == "refused":
                needless += opens
                reasons[f"{command}: {outcome.detail.rpartition('[')[2].rstrip(']')}"] += 1
            if outcome.kind != "ok" and (outcome.kind != "refused" or opens):
                listed.append(f"{command}: {outcome.kind}: {file.relative_to(folder)}: {outcome.detail}")
        numbers = " | ".join(str(kinds[kind]) for kind in KINDS)
        lines.append(f"| {command} | {numbers} | {needless} |")
    undecided = sum(outcomes[PEERS].kind in {"hang", "died"} for outcomes in found.values())
    both = sum(outcomes[PEERS].kind == "ok" for outcomes in found.values())
    lines += ["", f"{len(found)} files; qpdf and pdfium both open {both}; {undecided} could not be compared."]
    lines += [
        "",
        "Reasons of refusals:",
        *(f"  {number:5} {reason}" for reason, number in reasons.most_common()),
    ]
    return [*lines, "", "Files:", *(f"  {each}" for each in listed)]


def main() -> int:
    """Find the files, try them, print the table."""
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("--limit", type=int, default=0, help="so many files, at even distances; 0 tries all")
    parser.add_argument("--seconds", type=float, default=60, help="that one command may take")
    parser.add_argument("--jobs", type=int, default=2, help="files at a time")
    options = parser.parse_args()
    files = sorted(
        path for path in options.folder.rglob("*") if path.suffix.lower() == ".pdf" and path.is_file()
    )
    if not files:
        print(f"There are no PDF files in {options.folder}.")
        return 1
    for name in missing_peers():
        print(
            f"{name} is not installed, so that less is compared; install it with: pip install 'guidepress[bench]'"
        )
    found = run(spread(files, options.limit), options.jobs, options.seconds)
    print("\n".join(table(found, options.folder)))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
