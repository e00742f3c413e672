"""In: a quiz and the place of a guide. Out: the quiz with its pictures named as seen from there, and where each goes.

A guide shows PNG and JPEG. Pictures of other kinds are made PNG; one that cannot be opened gives place to its alt text.
"""

from __future__ import annotations

import io
import re
import warnings
from typing import TYPE_CHECKING

from guidepress.base.record import replace
from guidepress.exchange.quiz.pictures import base_name
from guidepress.exchange.quiz.rewording import reworded
from guidepress.exchange.report import Loss

if TYPE_CHECKING:
    from pathlib import Path

    from guidepress.exchange.quiz.model import Quiz
    from guidepress.exchange.report import Imported

__all__ = ["moved_beside"]


def moved_beside(made: Imported[Quiz], guide: Path) -> tuple[Imported[Quiz], dict[Path, bytes]]:
    """Name the pictures of a quiz as a guide will find them: in a folder beside it; no file is written over.

    Returns:
        The quiz with the new names in its texts, and the files that are to be written.
    """
    folder = guide.parent / f"{guide.stem}-pictures"
    names: dict[str, str] = {}
    files: dict[Path, bytes] = {}
    lost: list[Loss] = []
    for picture in made.found.pictures:
        shown = _shown(picture.data)
        if shown is None:
            names[picture.path] = ""
            lost.append(
                Loss("", f"the picture {base_name(picture.path)}", "it cannot be opened as a picture")
            )
            continue
        data, end = shown
        stem = base_name(picture.path).rpartition(".")[0]
        name, number = f"{stem}.{end}", 1
        while _taken(folder / name, data, files):
            number += 1
            name = f"{stem}-{number}.{end}"
        names[picture.path] = f"{folder.name}/{name}"
        files[folder / name] = data
    if not names:
        return made, files
    questions = tuple(
        reworded(question, lambda text: _renamed(text, names)) for question in made.found.questions
    )
    found = replace(made.found, questions=questions)
    return replace(made, found=found, losses=(*made.losses, *lost)), files


def _renamed(source: str, names: dict[str, str]) -> str:
    if "![" not in source:
        return source
    for old, new in names.items():
        path = re.escape(old)
        shown = re.compile(rf"!\[((?:\\.|[^\]\\])*)\]\((?:{path}|<{path}>)([^)]*\))(\{{width=\d+%\}})?")
        source = shown.sub(rf"![\1]({new}\2\3" if new else r"\1", source)
    return source


def _shown(data: bytes) -> tuple[bytes, str] | None:
    """A picture as a guide can show it, and the end of its name; None where nothing can open it."""
    from PIL import Image  # noqa: PLC0415 - most quizzes have no pictures

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(data)) as picture:
                picture.load()
                if picture.format in {"PNG", "JPEG"}:
                    return data, "png" if picture.format == "PNG" else "jpg"
                made = io.BytesIO()
                picture.convert("RGBA").save(made, "PNG")
                return made.getvalue(), "png"
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombWarning, Image.DecompressionBombError):
        return None


def _taken(place: Path, data: bytes, files: dict[Path, bytes]) -> bool:
    if place in files:
        return files[place] != data
    return place.exists() and place.read_bytes() != data
