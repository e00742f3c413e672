"""In: a YAML file. Out: what it plainly is by its keys: a guide, a job, a pack, a layout; and what takes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.base.diagnostics import Diagnostic, Span
from guidepress.base.record import record
from guidepress.base.yaml import ScalarNode

if TYPE_CHECKING:
    from collections.abc import Collection

    from guidepress.base.yaml import YamlFile

__all__ = ["GUIDE", "JOB", "of_another_kind", "plain_kind"]

GUIDE, JOB = "a guide", "a job for a class"


@record
class _FileForm:
    """A kind of file that people write: what it is called, the keys that it alone has, what to say with it."""

    name: str
    marks: frozenset[str]
    say: str


_FORMS = (
    _FileForm(GUIDE, frozenset({"author", "overview", "plot", "units"}), "Build it: guidepress build {file}"),
    _FileForm(
        JOB, frozenset({"guides", "layouts", "roster"}), "Make what it asks for: guidepress export {file}"
    ),
    _FileForm("a pack", frozenset({"parts"}), "Bind what it lists: guidepress pack {file}"),
    _FileForm(
        "a layout",
        frozenset({"extends", "styles"}),
        "Build a guide in it: guidepress build … --layout {file}",
    ),
)


def plain_kind(source: YamlFile) -> str:
    """What a file is, "a guide"; "" where its keys do not tell."""
    form = _form_of(source)
    return form.name if form else ""


def of_another_kind(source: YamlFile, keys: Collection[str]) -> Diagnostic | None:
    """Say what a file is that has keys of another kind and none of its own; None where that is not plain.

    Args:
        source: the file.
        keys: those of the kind that was expected.
    """
    own = next((form for form in _FORMS if form.marks <= set(keys)), None)
    other = _form_of(source)
    if own is None or other is None or own.marks & _keys_of(source):
        return None
    message = f"This is {other.name}, not {own.name}."
    return Diagnostic(
        "error", "another-kind", message, other.say.format(file=source.file) + ".", Span(source.file, 1, 1)
    )


def _form_of(source: YamlFile) -> _FileForm | None:
    """The form that most of its keys are of; one may have a stray key of another."""
    there = _keys_of(source)
    likely = max(_FORMS, key=lambda form: len(form.marks & there))
    return likely if likely.marks & there else None


def _keys_of(source: YamlFile) -> set[str]:
    return {key.value for key, _ in source.root.value if isinstance(key, ScalarNode)}
