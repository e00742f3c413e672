"""Names of questions: what a bank lists them by, ids that last, folders, and tags for what a format has no field for."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, cast, get_args

from guidepress.base.numbers import whole_number
from guidepress.base.record import replace
from guidepress.exchange.markup.html_out import as_plain
from guidepress.exchange.quiz.options import ident
from guidepress.guide.model import Level, ReadingStage, Use

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from guidepress.guide.model import Question

__all__ = ["filed", "folder_path", "folders", "shown_name", "tags_of", "with_name", "with_tags"]

_WORDS = 60
"""Letters of a name that is made of the prompt: a line of a list."""

_ROOTS = re.compile(r"^\$(?:course|module|system|cat\d*)\$/?|^top/", re.IGNORECASE)
_MADE = re.compile(r"q[0-9a-f]{16}")


def shown_name(question: Question) -> str:
    """What a bank lists a question by: its id, or the first words of its prompt."""
    if question.id:
        return question.id
    words = " ".join(as_plain(question.prompt).split())
    return words if len(words) <= _WORDS else f"{words[:_WORDS].rstrip()}…"


def with_name(question: Question, given: str, name: str = "") -> Question:
    """Give a question the id that a file gives it, or its name where that is more than the first words of its prompt."""
    given, name = given.strip(), " ".join(name.split())
    if given and not (_MADE.fullmatch(given) and given == ident(question)):
        return replace(question, id=given)
    plain = " ".join(as_plain(question.prompt).split())
    if given or not name or plain.startswith(name.rstrip(".… ")):
        return question
    return replace(question, id=name)


def tags_of(question: Question) -> tuple[str, ...]:
    """Its tags, and what else a tag can say: "unit:3", "level:core"."""
    said = [("unit", str(question.unit or "")), ("stage", question.stage), ("level", question.level)]
    said += [("use", use) for use in question.use]
    said += [("standard", standard) for standard in question.standards]
    return (*question.tags, *(f"{key}:{value}" for key, value in said if value))


def with_tags(question: Question, tags: Iterable[str]) -> Question:
    """Give a question its tags, those that `tags_of` made as what they stood for."""
    kept, uses, standards = [], [], []
    for tag in tags:
        key, _, value = tag.strip().partition(":")
        if key == "unit" and (unit := whole_number(value)) is not None:
            question = replace(question, unit=unit)
        elif key == "stage" and value in get_args(ReadingStage):
            question = replace(question, stage=cast("ReadingStage", value))
        elif key == "level" and value in get_args(Level):
            question = replace(question, level=cast("Level", value))
        elif key == "use" and value in get_args(Use):
            uses.append(cast("Use", value))
        elif key == "standard" and value:
            standards.append(value)
        elif tag.strip():
            kept.append(tag.strip())
    return replace(question, tags=tuple(kept), use=tuple(uses), standards=tuple(standards))


def folder_path(title: str, category: str) -> str:
    """The folder of a question as Moodle writes it, below that of the quiz."""
    parts = [part.replace("/", "//") for part in (title, *folders(category)) if part]
    return "/".join(("$course$", "top", *parts))


def folders(category: str) -> tuple[str, ...]:
    """The parts of a folder's path, roots that only name a place in Moodle left out; "//" is a slash in a name."""
    rest = category.strip()
    while (found := _ROOTS.match(rest)) is not None:
        rest = rest[found.end() :]
    held = rest.replace("//", "\ue020")
    return tuple(
        part.strip().replace("\ue020", "/") for part in held.split("/") if part.strip() not in {"", "top"}
    )


def filed(questions: Sequence[Question], title: str) -> tuple[str, tuple[Question, ...]]:
    """Take the folder that holds all questions for the title of the quiz; what is below stays each one's category.

    Args:
        questions: with their whole folders as categories.
        title: the title where they have no folder in common.
    """
    paths = [folders(question.category) for question in questions]
    heads = {path[:1] for path in paths}
    common = len(heads) == 1 and () not in heads
    if common:
        title = paths[0][0]
    return title, tuple(
        replace(question, category="/".join(part.replace("/", "//") for part in path[common:]))
        for question, path in zip(questions, paths, strict=True)
    )
