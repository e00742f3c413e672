"""In: the words after `guidepress`. Out: the command's exit status: 0 done, 1 faults found, 2 wrong use."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from guidepress.base.diagnostics import FaultsFound, GuidepressError
from guidepress.cli.say import say_error, say_faults

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["main"]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line.

    Args:
        arguments: the words after the program's name; None reads them from the process.

    Returns:
        0 done, 1 faults found, 2 wrong use, 130 interrupted.
    """
    words = list(sys.argv[1:] if arguments is None else arguments)
    from guidepress.cli.app import run  # noqa: PLC0415 - typer is imported only to be run

    try:
        return run(words)
    except FaultsFound as faults:
        say_faults(faults.diagnostics, as_json="--json" in words)
        return 1
    except GuidepressError as problem:
        say_error(str(problem))
        return 1
    except BrokenPipeError:
        sys.stderr.close()  # whoever read our output has gone; there is nobody left to tell
        return 0
    except KeyboardInterrupt:
        say_error("stopped")
        return 130
