"""In: a layout and a version. Out: the layout that prints this version alone, or its key alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.base.record import replace
from guidepress.compose.kind import kind_of, ordered
from guidepress.compose.sections.answer_key import KIND as ANSWER_KEY
from guidepress.compose.sections.answer_sheet import KIND as ANSWER_SHEET
from guidepress.compose.sections.quiz import KIND as QUIZ
from guidepress.compose.sections.scan_sheet import KIND as SCAN_SHEET
from guidepress.compose.worksheets.posed import letter
from guidepress.layout.fitting import Trial, adjusted
from guidepress.layout.model import Fit, SectionSpec

if TYPE_CHECKING:
    from typing import Any

    from guidepress.layout import Layout

__all__ = [
    "has_key",
    "has_quiz",
    "key_layout",
    "letters_of",
    "pupil_layout",
    "seed_of",
    "versioned",
    "with_share",
]


def versioned(layout: Layout, versions: int, seed: int) -> Layout:
    """Give the quizzes of a layout so many versions, shuffled by a seed; 0 leaves either as it is."""
    if not (versions or seed):
        return layout

    def changed(spec: SectionSpec[Any]) -> SectionSpec[Any]:
        if spec.kind != QUIZ.name:
            return spec
        options = spec.options
        return replace(
            spec, options=replace(options, versions=versions or options.versions, seed=seed or options.seed)
        )

    return replace(layout, sections=tuple(map(changed, layout.sections)))


def has_quiz(layout: Layout) -> bool:
    """Whether a layout has a test, which an answer sheet may belong to."""
    return bool(ordered(layout, QUIZ))


def letters_of(layout: Layout) -> tuple[str, ...]:
    """The versions that the quizzes of a layout have: ("A", "B") or ("",) for one."""
    count = max((spec.options.versions for spec in ordered(layout, QUIZ)), default=1)
    return tuple(map(letter, range(count))) if count > 1 else ("",)


def seed_of(layout: Layout) -> int:
    """What the first quiz of a layout is shuffled by; 0 where it has none."""
    return next((spec.options.seed for spec in ordered(layout, QUIZ)), 0)


def has_key(layout: Layout) -> bool:
    """Whether sections of the layout can put answers into a key; the key's own section puts none."""
    return any(
        spec.kind == ANSWER_KEY.name or kind_of(spec).answers is not ANSWER_KEY.answers
        for spec in layout.sections
    )


def pupil_layout(layout: Layout, version: str, *, scanned: bool) -> Layout:
    """What a pupil gets: one version, no key; where sheets are to be `scanned`, one for each quiz, on a leaf of its own.

    Where the whole must fit so many pages, the page of the key is not counted, nor is the leaf of such a sheet.
    """
    tested = scanned and bool(ordered(layout, QUIZ))
    away = {ANSWER_KEY.name, *((ANSWER_SHEET.name, SCAN_SHEET.name) if tested else ())}
    kept = tuple(_only(spec, version) for spec in layout.sections if spec.kind not in away)
    if tested:
        kept = (*kept, SectionSpec(SCAN_SHEET.name, SCAN_SHEET.options(), start="recto"))
    fit = layout.fit
    if fit.pages > 1 and ordered(layout, ANSWER_KEY):
        fit = replace(fit, pages=fit.pages - 1)
    own = {spec.kind for spec in layout.sections} & {ANSWER_SHEET.name, SCAN_SHEET.name}
    if tested and fit.pages and not own:
        fit = replace(fit, pages=fit.pages + fit.pages % 2 + 1)  # the sheet begins on the next leaf
    return replace(layout, sections=kept, fit=fit)


def with_share(layout: Layout, share: int) -> Layout:
    """The same layout with so much of its text, per mille, and no less, at the largest size that fits."""
    return replace(adjusted(layout, Trial(1000, share)), fit=replace(layout.fit, text=1000))


def key_layout(layout: Layout, version: str, share: int = 1000) -> Layout:
    """The key of a version by itself: all else is composed for its answers, and not printed.

    Args:
        layout: the whole.
        version: its letter; "" where there is one version.
        share: how much the pages of the version had room for (`Document.share`): it has the answers to that.
    """
    own = next(iter(ordered(layout, ANSWER_KEY)), None)
    key: SectionSpec[Any] = own or SectionSpec(ANSWER_KEY.name, ANSWER_KEY.options(), start="recto")
    rest = tuple(
        replace(_only(spec, version), printed=False)
        for spec in adjusted(layout, Trial(1000, share)).sections
        if spec.kind != ANSWER_KEY.name
    )
    return replace(layout, sections=(*rest, key), fit=Fit(), cover="none")


def _only(spec: SectionSpec[Any], version: str) -> SectionSpec[Any]:
    if not version or spec.kind != QUIZ.name or spec.options.versions < 2:
        return spec
    return replace(spec, options=replace(spec.options, only=version))
