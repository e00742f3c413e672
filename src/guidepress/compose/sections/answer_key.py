"""In: the questions that the layout printed. Out: their answers, on a sheet of its own, under the same numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.base.record import record, replace
from guidepress.compose.kind import Kind, kind_of

if TYPE_CHECKING:
    from guidepress.compose.context import Context
    from guidepress.document.blocks import Block, Section
    from guidepress.guide.model import Guide
    from guidepress.layout.model import SectionSpec

__all__ = ["KIND", "AnswerKeyOptions"]


@record
class AnswerKeyOptions:
    """The options of `answer-key`."""

    apart: bool = False
    """Of a test in several versions, each version's key by itself, whole, on a sheet of its own."""


def answer_key(guide: Guide, spec: SectionSpec[AnswerKeyOptions], context: Context) -> tuple[Section, ...]:
    """Set what each section of the layout puts into the key, in the layout's order; then the keys that stand apart."""
    blocks, versions = _blocks(guide, spec, context)
    title = spec.title or context.labels.text("answer_key")
    named = {name: f"{title} · {context.labels.text('version-n', name=name)}" for name in versions}
    made = [_on_a_sheet(context.section(spec, title, tuple(blocks)), context)] if blocks else []
    for name, own in versions.items():
        section = context.section(replace(spec, title=named[name]), named[name], tuple(own))
        made.append(replace(_on_a_sheet(section, context), part=f"{spec.kind}-{name.lower()}"))
    return tuple(made)


def _blocks(
    guide: Guide, spec: SectionSpec[AnswerKeyOptions], context: Context
) -> tuple[list[Block], dict[str, list[Block]]]:
    """Gather the answers of all sections, and by the names of versions those that have a key of their own."""
    blocks: list[Block] = []
    versions: dict[str, list[Block]] = {}
    for other in context.layout.sections:
        kind = kind_of(other)
        if spec.options.apart and kind.keys is not None:
            common, own = kind.keys(guide, other, context)
            for name, key in own.items():
                versions.setdefault(name, []).extend(key)
        else:
            common = kind.answers(guide, other, context)
        blocks += common
    return blocks, versions


def _on_a_sheet(section: Section, context: Context) -> Section:
    """Begin a key on a sheet that can be taken out."""
    own_sheet = context.layout.page.mirrored or section.start == "recto"
    return replace(section, start="recto" if own_sheet else "page")


KIND = Kind(
    "answer-key",
    "Answers to the questions that the layout prints",
    AnswerKeyOptions,
    answer_key,
    handed=True,
)
