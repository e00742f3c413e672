"""In: a parsed file. Out: its Guide and the faults of its fields: the guide format taught to the generic decoder."""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING, Any

from guidepress.base.colour import Colour, parse_colour
from guidepress.base.decoding import Decoder, Rejected
from guidepress.base.diagnostics import FaultsFound
from guidepress.guide.model import (
    Character,
    Cover,
    Format,
    FreeSection,
    Guide,
    Markdown,
    Question,
    Quote,
    Reference,
    Rubric,
    Symbol,
    Theme,
    Unit,
    UnitRow,
)
from guidepress.guide.model.text import MOST
from guidepress.guide.names import Names
from guidepress.guide.rules_questions import finish_question
from guidepress.labels import Labels

if TYPE_CHECKING:
    from guidepress.base.decoding import Decoding
    from guidepress.base.decoding_readers import Converter
    from guidepress.base.decoding_records import Finish
    from guidepress.base.diagnostics import Diagnostic
    from guidepress.base.yaml import Node, ScalarNode, YamlFile

__all__ = ["decode_guide"]

_NUMBER = re.compile(r"[0-9]+(?:\.[0-9]+)?")
_LANGUAGE = re.compile(r"[a-zA-Z]{2,3}(?:-[a-zA-Z0-9]{2,8})*")
"""The common core of BCP 47: a language and subtags (script, region, variant)."""


def decode_guide(source: YamlFile) -> tuple[Guide | None, Names, tuple[Diagnostic, ...]]:
    """Bind the nodes of a guide file.

    Returns:
        The guide (None if nothing can be made of the file), the names in it, and the faults of its fields.
    """
    names = Names(source)
    decoded = _decoder().decode(Guide, source, names)
    return decoded.record, names, decoded.faults


@functools.cache
def _decoder() -> Decoder:
    """The decoder of guides. It depends on nothing but the format, so one serves every guide of a process."""
    converters: dict[Any, Converter] = {
        Markdown: _markdown,
        Colour: _colour,
        Format("count"): _count(least=1),
        Format("lines"): _count(least=0),
        Format("points"): _points,
        Format("date"): _date,
        Format("language"): _language,
        Format("address"): _address,
        Format("bisac"): _subject("BISAC", r"[A-Z]{3}[0-9]{6}", "STU004000"),
        Format("thema"): _subject("Thema", r"[A-Z][A-Z0-9]*|[1-6][A-Z0-9-]*", "YPCA21"),
    }
    for kind in ("theme", "character", "unit", "rubric"):
        converters[Reference(kind)] = _reference(kind)
    finish: dict[type, Finish] = {
        Guide: _finish_guide,
        Question: finish_question,
        Quote: _finish_quote,
        Rubric: _finish_rubric,
        Theme: _named("theme", numbered=True),
        Unit: _named("unit", numbered=True),
        UnitRow: _finish_row,
        Character: _named("character", numbered=False),
        Cover: _finish_cover,
        Symbol: _named("symbol", numbered=False),
        FreeSection: _named("section", numbered=False),
    }
    return Decoder(converters, finish)


def _markdown(node: ScalarNode, run: Decoding) -> Markdown:
    text = Markdown(node.value, *run.source.text_place(node))
    _names(run).texts.append(text)
    return text


def _count(*, least: int) -> Converter:
    def convert(node: ScalarNode, _run: Decoding) -> int:
        if node.value.isascii() and node.value.isdigit() and least <= float(node.value) <= MOST:
            return int(node.value)
        raise ValueError(f'this must be a whole number from {least} to {MOST}, not "{node.value}"')

    return convert


def _points(node: ScalarNode, _run: Decoding) -> float:
    if _NUMBER.fullmatch(node.value) and float(node.value) <= MOST:
        return float(node.value)
    raise ValueError(f'this must be a number up to {MOST}, not "{node.value}"')


def _date(node: ScalarNode, _run: Decoding) -> str:
    from datetime import date  # noqa: PLC0415 - few guides are dated

    try:
        return date.fromisoformat(node.value).isoformat()
    except ValueError:
        message = f'"{node.value}" is no date.'
        raise Rejected("wrong-value", message, "Write year-month-day, such as 2026-11-23.") from None


def _subject(scheme: str, form: str, example: str) -> Converter:
    """Read the code of a subject.

    BISAC's are three letters and six digits; Thema's begin with the letter of the subject, or the digit of its
    qualifier (EDItEUR, Thema basic instructions).
    """

    def convert(node: ScalarNode, _run: Decoding) -> str:
        if re.fullmatch(form, node.value):
            return str(node.value)
        message = f'"{node.value}" is no code of a subject in the list of {scheme}.'
        raise Rejected("wrong-value", message, f"Write it as {example}.")

    return convert


def _language(node: ScalarNode, run: Decoding) -> str:
    if not _LANGUAGE.fullmatch(node.value):
        message = f'"{node.value}" is no language tag.'
        raise Rejected("wrong-value", message, "Write one such as en, en-GB, fr or de-CH.")
    try:
        Labels.for_language(node.value)
    except FaultsFound as faults:
        # Said here, where the place is known; a layout with a label file in that language can print the guide.
        fault = faults.diagnostics[0]
        run.fault(node, fault.code, fault.message, fault.hint, severity="warning")
    return str(node.value)


def _address(node: ScalarNode, _run: Decoding) -> str:
    if node.value.startswith(("https://", "http://")) and not any(map(str.isspace, node.value)):
        return str(node.value)
    hint = f'Write "https://{node.value}".' if node.value.startswith("www.") else "Begin it with https://."
    raise Rejected("wrong-link", f'"{node.value}" is no address of the web.', hint)


def _colour(node: ScalarNode, _run: Decoding) -> Colour:
    return parse_colour(node.value)


def _reference(kind: str) -> Converter:
    def convert(node: ScalarNode, run: Decoding) -> object:
        names: Names = _names(run)
        found = names.resolve(kind, node)
        if kind == "theme":
            names.used.add(str(found))
        return found

    return convert


def _named(kind: str, *, numbered: bool) -> Finish:
    def finish(values: dict[str, Any], node: Node, run: Decoding) -> None:
        _names(run).finish(kind, values, node, run)
        if not numbered:
            del values["number"]

    return finish


def _finish_quote(values: dict[str, Any], _node: Node, run: Decoding) -> None:
    names = _names(run)
    values["number"] = names.count("quote")
    values["speaker"] = names.speaker(values.get("speaker", ""))


def _finish_row(values: dict[str, Any], node: Node, run: Decoding) -> None:
    if not (values.get("summary") or values.get("analysis")):
        hint = "Write summary, analysis or both, or delete it."
        run.fault(node, "empty", "This row has neither a summary nor an analysis.", hint)


def _finish_rubric(values: dict[str, Any], node: Node, run: Decoding) -> None:
    _names(run).claim(f"rubric-{values['id']}", node, run)


def _finish_cover(values: dict[str, Any], node: Node, run: Decoding) -> None:
    """Keep the place of the palette's name; only a layout can tell whether it is one."""
    for key, value in node.value:
        if key.value == "palette":
            values["palette_span"] = run.source.span(value)


def _finish_guide(values: dict[str, Any], node: Node, run: Decoding) -> None:
    if not any(values.get(key) for key in ("overview", "plot", "units")) and not _tried(node):
        hint = "Add at least one of the three."
        run.fault(node, "nothing-to-print", "The guide has no overview, no plot and no units.", hint)


def _tried(node: Node) -> bool:
    """Whether one of the three is there, though it could not be read; its own fault says enough."""
    return any(key.value in {"overview", "plot", "units"} for key, _ in node.value)


def _names(run: Decoding) -> Names:
    names = run.context
    if not isinstance(names, Names):
        raise Rejected("no-context", "A guide is decoded with its names.")
    return names
