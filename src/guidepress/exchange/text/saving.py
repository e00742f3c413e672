"""In: the text of a guide, its pictures and a place. Out: the files there, all or none, and the faults of the guide."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from guidepress.base.diagnostics import fault
from guidepress.base.files import write_whole
from guidepress.base.record import replace
from guidepress.build import find_faults
from guidepress.exchange.text.writing import SCHEMA_FILE
from guidepress.guide import schema

if TYPE_CHECKING:
    from collections.abc import Sequence

    from guidepress.base.diagnostics import Diagnostic
    from guidepress.exchange.text.source import SourcePicture

__all__ = ["refuse_existing", "save_guide"]

_GUIDES = {".yaml", ".yml"}


def refuse_existing(place: Path, *, force: bool) -> None:
    """Refuse to write over a guide that somebody may have worked on, and over what is no guide at all.

    Raises:
        FaultsFound: it is there, or its name is no guide's.
    """
    if place.suffix.lower() not in _GUIDES:
        raise fault(
            "wrong-suffix",
            f"A guide is a YAML file, and {place} is called otherwise.",
            "Let it end with .yaml.",
        )
    if place.exists() and not force:
        raise fault(
            "output-exists", f"{place} is there already.", "Name another file with --output, or say --force."
        )


def save_guide(text: str, pictures: Sequence[SourcePicture], place: Path) -> tuple[Diagnostic, ...]:
    """Write a guide, its pictures, and the schema that its first line names.

    All is written aside and checked there, then put in its place, the guide last.

    Returns:
        The faults of the guide, characters that no font of a study guide has among them. It is written all the same:
        they are mended in the file.

    Raises:
        FaultsFound: it cannot be written.
    """
    files = {picture.name: picture.data for picture in pictures}
    files[SCHEMA_FILE] = (json.dumps(schema(), ensure_ascii=False, indent=1) + "\n").encode()
    files[place.name] = text.encode()
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=f".{place.stem}.", dir=place.parent) as aside:
            for name, data in files.items():
                write_whole(Path(aside) / name, data)
            found = find_faults(Path(aside) / place.name)
            for name in files:
                (place.parent / name).parent.mkdir(parents=True, exist_ok=True)
                (Path(aside) / name).replace(place.parent / name)
    except OSError as problem:
        reason = (problem.strerror or str(problem)).rstrip(".").lower()
        message = f"{place} cannot be written: {reason}."
        raise fault("unwritable-output", message, "Name another place with --output.") from problem
    return tuple(
        replace(each, span=replace(each.span, file=str(place))) if each.span else each for each in found
    )
