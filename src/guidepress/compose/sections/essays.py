"""In: the essay topics. Out: the section that sets them, with steps towards each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.base.record import record, replace
from guidepress.compose.answer_room import AnswerRoom, answer_room, pitch_of, ruled_style
from guidepress.compose.kind import Kind
from guidepress.compose.lists import bullets, item, plain_list
from guidepress.compose.name_line import name_line
from guidepress.document.blocks import Break, Drawing, Figure, Group, Paragraph
from guidepress.document.inlines import APART, Look, Text

if TYPE_CHECKING:
    from guidepress.compose.context import Context
    from guidepress.document.blocks import Block, Section
    from guidepress.guide.model import Essay, Guide
    from guidepress.layout.model import SectionSpec

__all__ = ["KIND"]


@record
class EssaysOptions:
    """The options of `essays`."""

    scaffold: bool = True
    """The steps towards each essay."""
    outline: bool = False
    """The model outline."""
    model: bool = False
    """Model essays, after the topics."""
    lines: bool = False
    """Ruled lines to write on."""
    name_line: bool = False
    """A line for name, class and date above each topic; needs `lines`."""


_FEWEST = 12  # ruled lines that an essay gets, even if they need a page of their own


def essays(guide: Guide, spec: SectionSpec[EssaysOptions], context: Context) -> Section | None:
    """Number the topics; scaffold, outline and lines as the layout asks; with lines, each has a page to itself."""
    if not guide.essays:
        return None
    title = context.labels.text("essays")
    ruled = spec.options.lines
    heading = context.heading(1, spec.title or title, "h1")
    names = (name_line(context),) if ruled and spec.options.name_line else ()
    blocks: list[Block] = []
    items: list[Group] = []
    for number, essay in enumerate(guide.essays, 1):
        above: tuple[Block, ...] = (*((heading,) if number == 1 else ()), *names)
        parts = (*_steps(essay, spec, context), *_foot(essay, context))
        if ruled:
            empty = Figure(Drawing(context.measure, 0, ()), "", ruled_style(context))
            above = (*above, _item(essay, number, (*parts, empty), context))
            parts += _room(essay, above, spec, context)
        if names:
            blocks += [Break("page")] * (number > 1)
            blocks += (*names, plain_list((_item(essay, number, parts, context),), "Decimal"))
        else:
            items.append(_item(essay, number, parts, context))
    blocks += [plain_list(items, "Decimal")] if items else []
    models = _models(guide.essays, context) if spec.options.model else ()
    section = context.section(spec, title, (*blocks, *models))
    return replace(section, part=section.anchor) if names else section


def _models(essays: tuple[Essay, ...], context: Context) -> tuple[Group, ...]:
    """Set the model essays, each under the number of its topic."""
    made = []
    for number, essay in enumerate(essays, 1):
        if essay.model:
            title = context.labels.text("model-essay", n=number)
            heading = context.heading(2, title, "h2", anchor=f"model-essay-{number}")
            made.append(Group((heading, *context.blocks(essay.model)), role="Sect"))
    return tuple(made)


def _item(essay: Essay, number: int, parts: tuple[Block, ...], context: Context) -> Group:
    marker = (Text(f"{number}.", Look(strong=True)),)
    return item(context.style("question"), marker, context.line(essay.prompt), parts, whole=True)


def _steps(essay: Essay, spec: SectionSpec[EssaysOptions], context: Context) -> tuple[Block, ...]:
    """The steps towards an essay, and its outline where it is not written on the lines."""
    made: list[Block] = []
    if essay.scaffold and spec.options.scaffold:
        made.append(bullets(context.style("list-tight"), (context.line(step) for step in essay.scaffold)))
    if essay.outline and spec.options.outline and not spec.options.lines:
        title = context.label(context.labels.text("outline"), "margin-label")
        made.append(Group((title, *context.blocks(essay.outline)), context.style("callout")))
    return tuple(made)


def _foot(essay: Essay, context: Context) -> tuple[Block, ...]:
    """Say for whom it is and how it is marked."""
    rubric = next((each for each in context.guide.rubrics if each.id == essay.rubric), None)
    foot = [context.labels.text(essay.level)] if essay.level else []
    if rubric:
        foot.append(context.labels.text("marked-with", rubric=rubric.title))
    style = context.varied("quote-source", "foot", keep_next=False)  # what follows may be another topic
    return (Paragraph(style, (Text(APART.join(foot)),)),) if foot else ()


def _room(
    essay: Essay, above: tuple[Block, ...], spec: SectionSpec[EssaysOptions], context: Context
) -> tuple[Block, ...]:
    """Rule the rest of the page; a teacher's copy has the outline on the lines."""
    count = max(_FEWEST, context.left(above, last=True) // pitch_of(context))
    shown = spec.options.outline
    room = AnswerRoom(count, shown=shown, inset=context.style("question").hang, counted=True)
    return answer_room(context, room, (essay.outline,) if essay.outline else ())


KIND = Kind(
    "essays",
    "Essay topics",
    EssaysOptions,
    essays,
)
