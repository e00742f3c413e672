"""In: the checks of a unit. Out: the box of quick questions at its foot."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.compose.question_lists import Show, question_items
from guidepress.compose.worksheets.versions import pose
from guidepress.document.blocks import Group

if TYPE_CHECKING:
    from collections.abc import Sequence

    from guidepress.compose.context import Context
    from guidepress.compose.question_lists import Answers
    from guidepress.guide.model import Question

__all__ = ["quick_checks"]


def quick_checks(
    context: Context, checks: Sequence[Question], *, level: int, with_lines: bool, answers: Answers = "none"
) -> Group:
    """Set the checks as a numbered list under their heading of a level; `answers` as on a sheet."""
    title = context.heading(level, context.labels.text("quick-checks"), "margin-label", contents=False)
    posed = [pose(check, number) for number, check in enumerate(checks, 1)]
    style = context.style("callout" if with_lines else "card")
    inset = style.bar.width + style.padding * (2 if style.background or style.border.width else 1)
    style = context.varied(style.name, "whole", keep_together=True)
    items = question_items(context, posed, show=Show(lines=with_lines, answers=answers, inset=inset))
    return Group((title, items), style)
