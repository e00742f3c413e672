"""In: files, or a title. Out: a guide to work on, and a report of what was understood, guessed and left out."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from guidepress import FaultsFound
from guidepress.base.diagnostics import errors_in
from guidepress.base.numbers import counted
from guidepress.cli.say import as_data, say, say_faults, say_json
from guidepress.exchange.text.importing import import_guide, new_guide
from guidepress.exchange.text.saving import refuse_existing, save_guide
from guidepress.guide.names import slug
from guidepress.labels import Labels

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from guidepress import Diagnostic
    from guidepress.exchange.report import Guess, Imported, Loss
    from guidepress.exchange.text.importing import NewGuide

__all__ = ["begin_guide", "import_texts", "say_report"]


def import_texts(
    files: tuple[Path, ...],
    output: Path,
    said: Mapping[str, str],
    encoding: str,
    *,
    force: bool,
    as_json: bool,
) -> int:
    """Make a guide of files, write it and say what was understood.

    Args:
        files: files or folders.
        output: the guide to write.
        said: title, author, language; "" to find out.
        encoding: of text files; "" to find out.
        force: write over a guide that is there.
        as_json: print for programs.

    Returns:
        0 if the guide is without fault, else 1.
    """
    refuse_existing(output, force=force)
    made = import_guide(files, said, encoding)
    found = save_guide(made.found.text, made.found.pictures, output)
    return _told(output, made, found, as_json=as_json)


def begin_guide(
    said: Mapping[str, str],
    output: Path | None,
    files: tuple[Path, ...],
    encoding: str,
    *,
    force: bool,
    as_json: bool,
) -> int:
    """Write a guide to begin with.

    Args:
        said: title, author, language.
        output: the guide to write; None names it after the title.
        files: what it is to begin with.
        encoding: of text files; "" to find out.
        force: write over a guide that is there.
        as_json: print for programs.

    Returns:
        0 if the guide is without fault, else 1.
    """
    place = output or Path(f"{slug(said['title']) or 'guide'}.yaml")
    refuse_existing(place, force=force)
    if files:
        made = import_guide(files, said, encoding, examples=True)
        return _told(place, made, save_guide(made.found.text, made.found.pictures, place), as_json=as_json)
    begun = new_guide(said["title"], said["author"], said["language"] or "en")
    found = save_guide(begun.text, begun.pictures, place)
    if as_json:
        say_json(_outcome(place, found))
    else:
        say_faults(found, wrote=False)
        say(f"{place} is written, with an example of every common section.")
        _say_next(place, said["language"])
    return 1 if errors_in(found) else 0


def _told(place: Path, made: Imported[NewGuide], found: tuple[Diagnostic, ...], *, as_json: bool) -> int:
    errors = errors_in(found)
    if as_json:
        say_json({**_outcome(place, found), **_report(made.guesses, made.losses)})
        return 1 if errors else 0
    say(f"{place} is written: {', '.join(made.found.keys[1:])}")
    say_report(made.guesses, made.losses)
    say_faults(found, wrote=False)
    if errors:
        say(f"The guide is written as it is; mend it, then: guidepress check {place}")
    else:
        _say_next(place)
    return 1 if errors else 0


def say_report(guesses: Iterable[Guess], losses: Iterable[Loss]) -> None:
    """Print what was guessed, the doubtful marked, and what was left out; equal lines once, with their number."""
    _say_lines(
        "Understood",
        [(each.place, f"{each.what}: {each.value}".rstrip(": "), each.confidence) for each in guesses],
    )
    _say_lines("Left out", [(each.place, each.what, each.why) for each in losses])


def _say_lines(title: str, lines: list[tuple[str, str, str]]) -> None:
    if not lines:
        return
    say(f"{title}:")
    width = max(len(place) for place, _, _ in lines)
    counts: dict[tuple[str, str], list[str]] = {}
    for place, what, why in lines:
        counts.setdefault((what, why), []).append(place)
    for (what, why), places in counts.items():
        short = what if len(what) <= _SHOWN else f"{what[:_SHOWN].rstrip()}…"
        say(f"  {places[0]:<{width}}  {short} ({why}{_others(places)})")


def _others(places: list[str]) -> str:
    """The further places of one line; of many the first."""
    others = list(dict.fromkeys(places))[1:]
    if not others:
        return f", {counted(len(places), 'time')}" if len(places) > 1 else ""
    rest = f" and {len(others) - _NAMED} more" if len(others) > _NAMED else ""
    return f"; so too {', '.join(others[:_NAMED])}{rest}"


_NAMED = 8
"""Further places that a line of the report names; --json has them all."""

_SHOWN = 90
"""Signs of a line of the report; --json has it whole."""


def _say_next(place: Path, language: str = "") -> None:
    """Say how the guide is built; where its language has another paper than the layouts, with that."""
    paper = ""
    with suppress(FaultsFound):  # a language without labels has been told of
        paper = Labels.for_language(language or "en").custom("paper")
    on = f" --paper {paper}" if paper not in {"", "letter"} else ""
    say(f"Next: guidepress build {place}{on}")
    say(f"      guidepress watch {place} --open   (builds again after every save)")


def _outcome(place: Path, found: tuple[Diagnostic, ...]) -> dict[str, object]:
    return {"ok": not errors_in(found), "file": str(place), "diagnostics": [*map(as_data, found)]}


def _report(guesses: Iterable[Guess], losses: Iterable[Loss]) -> dict[str, object]:
    return {
        "guesses": [
            {"place": each.place, "what": each.what, "value": each.value, "confidence": each.confidence}
            for each in guesses
        ],
        "losses": [{"place": each.place, "what": each.what, "why": each.why} for each in losses],
    }
