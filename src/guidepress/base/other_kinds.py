"""In: the root of a YAML file, and the keys that were expected. Out: what else the file plainly is, and what takes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.base.diagnostics import Diagnostic, Span
from guidepress.base.record import record
from guidepress.base.yaml import MappingNode, ScalarNode

if TYPE_CHECKING:
    from collections.abc import Collection

    from guidepress.base.yaml import YamlFile

__all__ = ["of_another_kind"]


@record
class _FileForm:
    """A kind of file that people write: what it is called, the keys that it alone has, what to say with it."""

    name: str
    marks: frozenset[str]
    say: str


_FORMS = (
    _FileForm(
        "a guide", frozenset({"author", "overview", "plot", "units"}), "Build it: guidepress build {file}"
    ),
    _FileForm("a job for a class", frozenset({"guides"}), "Make what it asks for: guidepress export {file}"),
    _FileForm("a pack", frozenset({"parts"}), "Bind what it lists: guidepress pack {file}"),
    _FileForm(
        "a layout",
        frozenset({"extends", "styles"}),
        "Build a guide in it: guidepress build … --layout {file}",
    ),
)


def of_another_kind(source: YamlFile, keys: Collection[str]) -> Diagnostic | None:
    """Say what a file is that has keys of another kind and none of its own; None where that is not plain.

    Args:
        source: the file.
        keys: those of the kind that was expected.
    """
    own = next((form for form in _FORMS if form.marks <= set(keys)), None)
    if own is None or not isinstance(source.root, MappingNode):
        return None
    there = {key.value for key, _ in source.root.value if isinstance(key, ScalarNode)}
    other = next((form for form in _FORMS if form.marks & there), None)
    if other is None or own.marks & there:
        return None
    message = f"This is {other.name}, not {own.name}."
    return Diagnostic(
        "error", "another-kind", message, other.say.format(file=source.file) + ".", Span(source.file, 1, 1)
    )
