"""What it costs to write 10,000 questions in each format.

    python -m benchmarks.questions [format …]

The questions are those of a stock guide over and over, each with a prompt and an id of its own. Processor seconds,
since a machine that does other work would lengthen any other.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

from guidepress.base.record import replace
from guidepress.exchange.quiz.formats import FORMATS, format_called
from guidepress.exchange.quiz.picking import quiz_of
from guidepress.guide import load_guide

COUNT = 10_000
GUIDE = Path(__file__).parents[1] / "guides" / "macbeth.yaml"


def main(names: list[str]) -> None:
    """Write them in each of some formats, all where none is named, and print a line for each."""
    quiz = quiz_of(load_guide(GUIDE))
    few = quiz.questions
    many = tuple(
        replace(
            few[index % len(few)],
            id=f"question-{index}",
            prompt=replace(
                few[index % len(few)].prompt, source=f"{index}: {few[index % len(few)].prompt.source}"
            ),
        )
        for index in range(COUNT)
    )
    quiz = replace(quiz, questions=many)
    print(f"{'format':12} {'seconds':>8} {'KB':>8} {'left out':>9}")
    for name in names or FORMATS:
        write = format_called(name).write
        if write is None:
            continue
        start = time.process_time()
        written = write(quiz)
        spent = time.process_time() - start
        out = sum(loss.whole for loss in written.losses)
        print(f"{name:12} {spent:8.2f} {len(written.data) // 1000:8} {out:9}")


if __name__ == "__main__":
    main(sys.argv[1:])
