"""In: questions and where they go. Out: files for platforms, or a guide with further questions; and what was lost."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, cast

from guidepress import FaultsFound, Span, load_guide
from guidepress.base.diagnostics import errors_in, fault
from guidepress.base.files import write_whole
from guidepress.base.numbers import counted
from guidepress.cli.importing import say_report
from guidepress.cli.options import WrongUse
from guidepress.cli.say import say, say_json
from guidepress.exchange.doors import read_file
from guidepress.exchange.quiz.formats import format_called
from guidepress.exchange.quiz.importing import NO_PICTURE, entered
from guidepress.exchange.quiz.inserting import gap_for
from guidepress.exchange.quiz.moving import moved_beside
from guidepress.exchange.quiz.picking import quiz_of
from guidepress.exchange.quiz.reading import format_of, read_quiz
from guidepress.exchange.report import Imported
from guidepress.exchange.text.assembly import TO_WRITE, UNKNOWN
from guidepress.exchange.text.saving import refuse_existing, save_guide
from guidepress.exchange.text.source import SourcePicture
from guidepress.exchange.text.writing import written_guide
from guidepress.guide.loader import check_guide

if TYPE_CHECKING:
    from collections.abc import Iterable

    from guidepress.base.yaml_writing import Writable
    from guidepress.exchange.quiz.format import QuizFormat
    from guidepress.exchange.quiz.importing import Entered
    from guidepress.exchange.quiz.model import Quiz
    from guidepress.exchange.report import Loss, QuizFile
    from guidepress.guide.model import Use

__all__ = ["add_questions", "begin_with_questions", "export_quiz", "holds_questions"]

_GUIDES = {".yaml", ".yml"}

_ALSO = {".gift": (".txt",), ".imscc": (".zip",)}
"""Suffixes that platforms take as well as a format's own."""


def export_quiz(
    source: Path,
    formats: tuple[str, ...],
    output: Path | None,
    asked: tuple[tuple[str, ...], tuple[int, ...]],
    *,
    as_json: bool,
) -> int:
    """Write questions in each of some formats; all files are made before the first is written.

    Args:
        source: a guide, or a file of questions.
        formats: by name.
        output: the file; of several formats, the folder; None for names beside the caller.
        asked: the uses and the units that are wanted, all where there are none.
        as_json: print for programs.
    """
    uses, units = asked
    if source.suffix.lower() in _GUIDES:
        made = Imported(quiz_of(load_guide(source), uses=cast("tuple[Use, ...]", uses), units=units))
    elif uses or units:
        raise WrongUse("--use and --unit ask for questions of a guide", f"{source} is none")
    else:
        made = read_quiz(source)
    quiz = made.found
    files: list[tuple[str, Path, QuizFile]] = []
    for name in dict.fromkeys(formats):
        form = format_called(name)
        if form.write is None:
            raise fault("unwritten-format", f"Files of {form.name} are read, not written.")
        place = _place(source, output, name, form.suffix, several=len(set(formats)) > 1)
        if place.exists() and place.samefile(source):
            raise fault(
                "output-is-input", f"{place} is the file that is read.", "Name another with --output."
            )
        _refuse_suffix(place, form)
        files.append((name, place, form.write(quiz)))
    for name, _, written in files:
        if _whole(written.losses) == len(quiz.questions):
            why = next(loss.why for loss in written.losses if loss.whole)
            message = f"None of the questions can go into {format_called(name).name}: {why}."
            raise fault("no-questions", message, "Choose another format.", Span(str(source), 1, 1))
    for _, place, written in files:
        write_whole(place, written.data)
    _tell(files, made, as_json=as_json)
    return 0


def _place(source: Path, output: Path | None, name: str, suffix: str, *, several: bool) -> Path:
    own = f"{source.stem}-{name}{suffix}"
    if output is None:
        return Path(own)
    if several or output.is_dir():
        if output.exists() and not output.is_dir():
            raise WrongUse(f"--output {output} is a file", "several formats need a folder")
        return output / own
    return output


def _refuse_suffix(place: Path, form: QuizFormat) -> None:
    """Refuse a name that tells of another kind of file, and "-", where a file that is no text cannot go."""
    ends = (form.suffix, *_ALSO.get(form.suffix, ()))
    if place.suffix.lower() not in ends:
        message = f"--output {place} is no name for {form.name}"
        raise WrongUse(message, f"let it end with {' or '.join(ends)}, or name a folder that is there")


def _tell(files: Iterable[tuple[str, Path, QuizFile]], made: Imported[Quiz], *, as_json: bool) -> None:
    count = len(made.found.questions)
    if as_json:
        listed = [
            {
                "format": name,
                "file": str(place),
                "questions": count - _whole(done.losses),
                "losses": _data(done.losses),
            }
            for name, place, done in files
        ]
        say_json({"ok": True, "files": listed, "read": _data(made.losses)})
        return
    say_report(made.guesses, made.losses)
    for name, place, done in files:
        out = _whole(done.losses)
        short = f" of {count}" if out else ""
        say(f"{place}: {counted(count - out, 'question')}{short} for {format_called(name).name}")
        say_report((), done.losses)


def _whole(losses: Iterable[Loss]) -> int:
    return sum(loss.whole for loss in losses)


def _data(losses: Iterable[Loss]) -> list[dict[str, object]]:
    return [
        {"place": loss.place, "what": loss.what, "why": loss.why, "question": loss.whole} for loss in losses
    ]


def holds_questions(paths: tuple[Path, ...]) -> bool:
    """Whether what is imported is one file of questions, and not of text."""
    if len(paths) != 1 or not paths[0].is_file():
        return False
    return bool(format_of(str(paths[0]), read_file(paths[0])))


def add_questions(source: Path, guide: Path, form: str, uses: tuple[Use, ...], *, as_json: bool) -> int:
    """Put the questions of a file into a guide, whose own text stays as it is.

    Raises:
        FaultsFound: the guide or the file has faults; the guide is as it was.
    """
    loaded = load_guide(guide)
    text = read_file(guide).decode("utf-8-sig")
    mark = "\ufeff" if guide.read_bytes().startswith(b"\xef\xbb\xbf") else ""
    made, pictures = moved_beside(read_quiz(source, form), guide)
    done = entered(made, gap_for(text, str(guide)), len(loaded.units), uses=uses)
    found = errors_in(check_guide(done.text.encode(), name=str(guide), folder=guide.parent))
    wrong = [each for each in found if each.code not in NO_PICTURE]
    if wrong:
        raise FaultsFound(wrong)
    for place, data in pictures.items():
        write_whole(place, data)
    write_whole(guide, f"{mark}{done.text}".encode())
    return _told(guide, done, made, uses, as_json=as_json)


def begin_with_questions(
    source: Path,
    output: Path,
    asked: tuple[str, tuple[Use, ...]],
    said: dict[str, str],
    *,
    force: bool,
    as_json: bool,
) -> int:
    """Make a guide of the questions of a file; what they do not say of it is to be written.

    Args:
        source: the file.
        output: the guide.
        asked: the name of its format, "" to find it out; and the use of questions that say none.
        said: title, author and language; "" to find out.
        force: write over a guide that is there.
        as_json: print for programs.

    Raises:
        FaultsFound: the file has faults, or the guide is there already.
    """
    form, uses = asked
    refuse_existing(output, force=force)
    made, pictures = moved_beside(read_quiz(source, form), output)
    values: dict[str, Writable] = {
        "format": 1,
        "title": said["title"] or made.found.title,
        "author": said["author"] or UNKNOWN,
        "language": said["language"] or made.found.language,
        "overview": TO_WRITE,
    }
    head = f"The questions of {source.name}. Author and overview are to be written: no file of questions says them."
    done = entered(made, gap_for(written_guide(values, [head]), str(output)), 0, uses=uses)
    held = [SourcePicture(str(place.relative_to(output.parent)), data) for place, data in pictures.items()]
    save_guide(done.text, held, output)
    return _told(output, done, made, uses, as_json=as_json)


def _told(place: Path, done: Entered, made: Imported[Quiz], uses: tuple[Use, ...], *, as_json: bool) -> int:
    losses = (*made.losses, *done.kept_out)
    if as_json:
        guesses = [
            {"place": each.place, "what": each.what, "value": each.value, "confidence": each.confidence}
            for each in made.guesses
        ]
        listed = {"guesses": guesses, "losses": _data(losses)}
        put = {"put_to_use": done.put_to_use}
        say_json({"ok": True, "file": str(place), "questions": done.count, **put, **listed})
        return 0
    say(f"{place}: {counted(done.count, 'question')} from {made.found.title}")
    if done.put_to_use:
        said = (
            f"{done.put_to_use} of them said no use, and got" if done.count > 1 else "It said no use, and got"
        )
        say(f'{said} "use: [{", ".join(uses)}]"; --use says another.')
    say_report(made.guesses, losses)
    return 0
