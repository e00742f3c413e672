"""In: a language tag. Out: the label file of that language that comes with the engine."""

from __future__ import annotations

import functools
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

from guidepress.base.record import record
from guidepress.base.yaml import MappingNode, read_yaml

if TYPE_CHECKING:
    from guidepress.base.yaml import Node

__all__ = ["LANGUAGES", "Language", "Word", "languages", "shipped"]

LANGUAGES = Path(__file__).with_name("languages")
"""Where the files are, one a language, named by its tag."""

Word: TypeAlias = str | dict[str, str]
"""What a label says: a text, or a text for each plural form."""


@record
class Language:
    """What one file says of its language.

    Attributes:
        tag: BCP 47.
        plurals: rule by plural form, as CLDR writes it; numbers that none names take "other".
        words: what is printed, by label.
    """

    tag: str
    plurals: dict[str, str]
    words: dict[str, Word]


def languages() -> tuple[str, ...]:
    """List the tags of the languages that come with the engine, English first."""
    return tuple(sorted((path.stem for path in LANGUAGES.glob("*.yaml")), key=lambda tag: (tag != "en", tag)))


@functools.cache
def shipped(tag: str) -> Language | None:
    """Read the file of a tag, its capitals as they come; None if there is none."""
    name = next((each for each in languages() if each.casefold() == tag.casefold()), None)
    if name is None:
        return None
    said = _said(read_yaml(LANGUAGES / f"{name}.yaml").root)
    return Language(name, said["plurals"], said["words"])


def _said(node: Node) -> Any:  # noqa: ANN401 - texts in mappings, as deep as the file has them
    """Read a file that the tests have read before: keys and texts, and nothing in doubt."""
    if isinstance(node, MappingNode):
        return {key.value: _said(value) for key, value in node.value}
    return node.value
