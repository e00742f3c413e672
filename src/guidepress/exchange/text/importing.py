"""In: files of anybody's. Out: a guide as YAML, its pictures, and the report of what was guessed and left out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.base.record import record
from guidepress.exchange.report import Imported
from guidepress.exchange.text.assembly import assembled
from guidepress.exchange.text.reading import read_sources
from guidepress.exchange.text.starting import examples_without, started
from guidepress.exchange.text.writing import written_guide

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from guidepress.exchange.text.source import SourcePicture

__all__ = ["NewGuide", "import_guide", "new_guide"]


@record
class NewGuide:
    """A guide that is ready to be written.

    Attributes:
        text: its YAML.
        pictures: to be written beside it.
        keys: the keys that it has.
    """

    text: str
    pictures: tuple[SourcePicture, ...]
    keys: tuple[str, ...]


def import_guide(
    paths: Sequence[Path], given: Mapping[str, str], encoding: str = "", *, examples: bool = False
) -> Imported[NewGuide]:
    """Make a guide of files.

    Args:
        paths: files or folders; of several files, one that names no section is a unit.
        given: title, author, language, where somebody says what they are.
        encoding: of text files; "" finds it out.
        examples: every section that was not found stands there as a commented example.

    Raises:
        FaultsFound: a file cannot be read.
    """
    made = assembled(read_sources(paths, encoding), given)
    names = ", ".join(path.name for path in paths)
    doubtful = sum(guess.confidence == "doubtful" for guess in made.guesses)
    head = [f"Imported from {names}. What was guessed is marked “likely” or “doubtful” beside it."]
    if doubtful:
        head.append(f"Look at what is doubtful first: {doubtful} of {len(made.guesses)}.")
    values = made.found.values
    text = written_guide(values, head)
    if examples:
        text = f"{text}\n{examples_without(values)}"
    return Imported(NewGuide(text, made.found.pictures, tuple(values)), made.guesses, made.losses)


def new_guide(title: str, author: str, language: str) -> NewGuide:
    """Make a guide that has nothing yet but builds, with every common section as a commented example."""
    values = started(title, author, language)
    text = written_guide(values, ())
    return NewGuide(f"{text}\n{examples_without(values)}", (), tuple(values))
