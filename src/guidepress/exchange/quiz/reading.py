"""In: the path of a file with questions. Out: its Quiz, by the format that the file is of, whatever its name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.base.diagnostics import Span, fault
from guidepress.exchange.doors import read_file
from guidepress.exchange.quiz.formats import FORMATS, format_called

if TYPE_CHECKING:
    from pathlib import Path

    from guidepress.base.diagnostics import FaultsFound
    from guidepress.exchange.quiz.model import Quiz
    from guidepress.exchange.report import Imported, Loss

__all__ = ["format_of", "read_quiz"]


def read_quiz(path: Path, form: str = "") -> Imported[Quiz]:
    """Read a file.

    Args:
        path: where it is.
        form: the name of its format; "" finds it out.

    Raises:
        FaultsFound: it cannot be read, is of no format that is known, or holds no question.
    """
    data = read_file(path)
    name = form or format_of(str(path), data)
    if not name:
        message = f"{path} is of no format of questions that guidepress knows."
        raise fault("unknown-format", message, f"Name its format with --format: {', '.join(FORMATS)}.")
    read = format_called(name).read
    if read is None:
        raise fault("unread-format", f"Files of {format_called(name).name} are written, not read.")
    made = read(str(path), data)
    if not made.found.questions:
        raise _none_held(path, made.losses)
    return made


def _none_held(path: Path, losses: tuple[Loss, ...]) -> FaultsFound:
    """Say why nothing of a file becomes a question."""
    first = next((loss for loss in losses if loss.whole), None)
    hint = f"The first: {first.why} ({first.place}, {first.what})." if first else ""
    return fault("no-questions", f"A guide can hold no question of {path}.", hint, Span(str(path), 1, 1))


def format_of(name: str, data: bytes) -> str:
    """Find the format of a file by its bytes; "" if it is none that is known."""
    for each in FORMATS:
        form = format_called(each)
        if form.read is not None and form.fits(name, data):
            return each
    return ""
