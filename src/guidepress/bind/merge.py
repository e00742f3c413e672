"""In: PDF files. Out: one PDF file with all they hold, tags included, written beside its place and then put there."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from guidepress.base.diagnostics import Diagnostic, FaultsFound, fault
from guidepress.base.files import open_whole, refuse_inputs
from guidepress.base.limits import MULTIPLE
from guidepress.base.reading import read_file, reason
from guidepress.bind.addresses import FRONT
from guidepress.bind.assembly import PackWriter
from guidepress.bind.plan import Merged, MergePart, MergePlan
from guidepress.bind.reread import PartAccount, read_back
from guidepress.cos import open_file, reading
from guidepress.cos.pages import pages_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from guidepress.bind.assembly import BoundFile
    from guidepress.bind.plan import Progress
    from guidepress.cos import File

__all__ = ["MergePart", "MergePlan", "Merged", "merge"]

_ROUNDS = 4
"""A contents list has as many lines whatever its numbers are, so two rounds settle; four are sure."""


def merge(
    sources: Sequence[MergePart | Path | str],
    output: Path,
    plan: MergePlan | None = None,
    *,
    progress: Progress | None = None,
    check: bool = True,
) -> Merged:
    """Bind PDF files into one, in order.

    Each file is opened, copied and closed in turn, so that memory does not grow with their number.

    Args:
        sources: the files; a `MergePart` may give a title and a password.
        output: the file to write; it must not be one of the sources.
        plan: page labels, cover, contents, blank pages.
        progress: called before each file.
        check: check the finished file as any is checked; without, only what it holds is counted.

    Returns:
        What was written, which standards it keeps, and what was lost.

    Raises:
        FaultsFound: a file cannot be bound, or the output cannot be written; nothing is left behind.
    """
    plan = plan or MergePlan()
    parts = [each if isinstance(each, MergePart) else MergePart(Path(each)) for each in sources]
    _check(parts, output, plan)
    with open_whole(output) as stream:
        assembly = PackWriter(stream, plan, checked=check)
        for rank, part in enumerate(parts):
            if progress is not None:
                progress(rank + 1, len(parts), part.path.name)
            _add(assembly, part, rank, plan, last=rank + 1 == len(parts))
        told = _add_front(assembly, plan) if plan.cover or plan.contents else ()
        claims, lost = assembly.close()
        size = assembly.written
    merged = _merged(assembly.bound, output, size, (claims, (*told, *lost)))
    return read_back(merged, _accounts(assembly.bound, plan), check=check)


def _add(assembly: PackWriter, part: MergePart, rank: int, plan: MergePlan, *, last: bool) -> None:
    file = _open(part, plan)
    with reading(file.name):
        assembly.add(file, part.title, rank, leads=part.leads, last=last)


def _add_front(assembly: PackWriter, plan: MergePlan) -> tuple[Diagnostic, ...]:
    """Set cover and contents, which know their pages only when they are set, and put them in front; warn of what they lack."""
    from guidepress.bind.front import ContentsEntry, Front  # noqa: PLC0415 - only a pack with a front needs the engine

    files = assembly.bound
    front = Front(plan.layout, files[0].size, assembly.language)
    title = plan.cover or plan.title or front.labels.text("contents")
    before, file = 0, None
    for _ in range(_ROUNDS):
        page, entries, led = before + 1, [], False
        for each in files:
            led = led and not each.leads
            entries.append(ContentsEntry(each.title, page, each.count, each.rank, each.leads, led))
            led = led or each.leads
            page += each.count + each.blanks
        data = front.set(title, entries, cover=plan.cover, contents=plan.contents)
        file = open_file(data, "cover and contents")
        pages = assembly.filled(len(pages_of(file)))
        if pages == before:
            break
        before = pages
    if file is not None:
        assembly.lead_from_front()
        named = front.labels.text("contents" if plan.contents else "cover")
        assembly.add(file, named, FRONT)
    return (_left_out(front.lacking),) if front.lacking else ()


def _left_out(characters: set[str]) -> Diagnostic:
    """Name the characters that the contents lack; bookmarks and what is read aloud have them."""
    listed = " ".join(sorted(characters))
    message = f"No font has these characters, which the contents are printed without: {listed}."
    return Diagnostic("warning", "missing-glyph", message, "Give the files titles in other letters.")


def _open(part: MergePart, plan: MergePlan) -> File:
    name = part.path.name
    try:
        data = read_file(part.path) if part.data is None else part.data
    except OSError as problem:
        message = f"{part.path} cannot be read: {reason(problem)}."
        raise fault("unreadable", message, "Check its name.") from problem
    passwords = [part.password] if part.password else ["", *plan.passwords]
    bare = None
    for password in passwords:
        try:
            file = open_file(data, name, password)
        except FaultsFound as faults:
            if faults.diagnostics[0].code != "encrypted" or (password == passwords[-1] and bare is None):
                raise
            continue
        if not file.withholds:
            return file
        bare = file  # another password may open the files attached to it
    assert bare is not None  # noqa: S101 - else the last password would have raised
    return bare


def _check(parts: Sequence[MergePart], output: Path, plan: MergePlan) -> None:
    if not parts:
        raise fault("no-inputs", "There is nothing to bind.", "Name PDF files.")
    if plan.multiple_of < 1:
        message = f"Pages cannot be filled up to a multiple of {plan.multiple_of}."
        raise fault("wrong-multiple", message, "Use 2 or 4.")
    if plan.multiple_of > MULTIPLE:
        message = (
            f"Pages cannot be filled up to a multiple of {plan.multiple_of}; no sheet folds into so many."
        )
        raise fault("wrong-multiple", message, f"Use up to {MULTIPLE}.")
    read = (part.path for part in parts if part.data is None)
    refuse_inputs(output, read, "one of the files to be bound")


def _accounts(bound: Sequence[BoundFile], plan: MergePlan) -> list[PartAccount]:
    """What each file held, and where its pages stand."""
    made: list[PartAccount] = []
    first = 0
    for each in sorted(bound, key=lambda each: each.rank):
        if each.account is not None:
            made.append(PartAccount(each.name, first, each.account, labelled=plan.labels == "keep"))
        first += each.count + each.blanks
    return made


def _merged(
    bound: Sequence[BoundFile],
    output: Path,
    size: int,
    outcome: tuple[tuple[str, ...], tuple[Diagnostic, ...]],
) -> Merged:
    parts: list[tuple[str, int]] = []
    blanks: list[int] = []
    page = 1
    for each in sorted(bound, key=lambda each: each.rank):
        if each.rank != FRONT:
            parts.append((each.title, page))
        page += each.count + each.blanks
        blanks += range(page - each.blanks, page)
    return Merged(output, size, page - 1, tuple(parts), tuple(blanks), *outcome)
