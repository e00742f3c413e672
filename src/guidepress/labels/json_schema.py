"""In: the labels of English and the list of customs. Out: the JSON Schema of a label file, for completion in editors."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from guidepress.labels.plurals import FORMS, OTHER
from guidepress.labels.shape import ADDRESSES, CUSTOMS
from guidepress.labels.shipped import english_words

if TYPE_CHECKING:
    from guidepress.labels.shape import Custom
    from guidepress.labels.shipped import Word

__all__ = ["label_schema"]

_TEXT = {"type": ["string", "number", "boolean"]}
"""A text may look like something else to an editor: 1, or no."""


def label_schema() -> dict[str, Any]:
    """The schema of one label file. No label is required, since what is missing is taken from elsewhere."""
    words = {
        "type": "object",
        "properties": {key: _word(word) for key, word in english_words().items()},
        "additionalProperties": False,
    }
    rules = {form: {"type": "string"} for form in FORMS if form != OTHER}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "guidepress labels",
        "type": "object",
        "properties": {
            "format": {"const": 1, "description": "The version of this format."},
            "language": {"type": "string", "description": "The language or country: da, de-AT."},
            "plurals": {
                "description": "By plural form, the numbers that take it, as Unicode CLDR writes it.",
                "anyOf": [
                    {"const": "none"},
                    {"type": "object", "properties": rules, "additionalProperties": False},
                ],
            },
            **{key: _custom(custom) for key, custom in CUSTOMS.items()},
            **{
                way: {**words, "description": f"Words instead where pupils are spoken to in the {way} way."}
                for way in ADDRESSES
            },
            "words": {**words, "description": "What is printed, by label."},
        },
        "required": ["format", "language"],
        "additionalProperties": False,
    }


def _word(word: Word) -> dict[str, Any]:
    if isinstance(word, str):
        return {**_TEXT, "description": f"English: {word}"}
    forms = dict.fromkeys(FORMS, _TEXT)
    counted = {"type": "object", "properties": forms, "required": [OTHER], "additionalProperties": False}
    return {"description": f"English: {word[OTHER]}", "anyOf": [_TEXT, counted]}


def _custom(custom: Custom) -> dict[str, Any]:
    about = {"description": f"{custom.about[0].upper()}{custom.about[1:]}."}
    if custom.words:
        return {**about, "enum": list(custom.words)}
    if custom.keys is None:
        return {**about, **_TEXT}
    body: dict[str, Any] = {**about, "type": "object", "additionalProperties": _TEXT}
    if custom.keys:
        named = {"properties": dict.fromkeys(custom.keys, _TEXT), "required": list(custom.keys)}
        return {**body, **named, "additionalProperties": False}
    return body
