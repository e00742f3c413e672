"""In: a pack that has been written. Out: the same with what the verifier found in the file, and what of its parts it lacks."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from guidepress.base.diagnostics import Diagnostic, FaultsFound, fault
from guidepress.base.record import record, replace
from guidepress.bind.account import Reckoning, take_account
from guidepress.bind.remarks import as_it_was
from guidepress.cos import open_file, reading
from guidepress.cos.pages import pages_of
from guidepress.verify.claims import claims_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from guidepress.bind.account import Account
    from guidepress.bind.plan import Merged
    from guidepress.cos import File

__all__ = ["PartAccount", "read_back"]

_APART = re.compile(r"^\d+-")
"""What stands before the name of a field that two files have."""


@record
class PartAccount:
    """What a file held: its name, the rank of its first page in the pack, from 0, and whether its labels were kept."""

    name: str
    first: int
    account: Account
    labelled: bool = True


def read_back(merged: Merged, parts: Sequence[PartAccount] = (), *, check: bool = True) -> Merged:
    """Check a pack as any PDF is checked; what is found came with its files, so it is a warning.

    Args:
        merged: the pack.
        parts: what its files held, in the order of the pack; what it lacks of that is a warning, too.
        check: run the checks; without, only the account is taken, and not of tags.

    Raises:
        FaultsFound: the file has not the pages or the claims that were written, a fault of the writer.
    """
    try:
        file = open_file(merged.path.read_bytes(), str(merged.path))
        with reading(file.name):
            pages = pages_of(file)
            whole = take_account(file, pages, tags=check)
            found = _checked(file) if check else ()
    except FaultsFound as problem:
        # What a broken part brought along may be beyond any check; the pack holds it as it was.
        message = f"{merged.path} cannot be checked: {problem.diagnostics[0].message}"
        warning = Diagnostic("warning", "not-checked", message, "A file bound in it is damaged.")
        return replace(merged, diagnostics=(*merged.diagnostics, warning))
    if len(pages) != merged.pages or set(claims_of(file)) != set(merged.claims):
        message = f"{merged.path} does not hold what was written ({len(pages)} of {merged.pages} pages)."
        raise fault("not-as-written", message, "This is a fault of guidepress; please report it.")
    return replace(merged, diagnostics=(*merged.diagnostics, *_lost(whole, parts), *as_it_was(found)))


def _checked(file: File) -> tuple[Diagnostic, ...]:
    from guidepress.verify.checks import run_checks  # noqa: PLC0415 - a pack that is only counted needs no verifier
    from guidepress.verify.reading import Opened  # noqa: PLC0415 - likewise

    return tuple(run_checks(Opened(file), None))


def _lost(whole: Account, parts: Sequence[PartAccount]) -> Iterator[Diagnostic]:
    """Say what the pack lacks of what its files held."""
    reckoning = Reckoning(_told_apart(whole))
    for part in parts:
        yield from reckoning.lost(_told_apart(part.account), part.name, part.first)
        for index, label in enumerate(part.account.labels if part.labelled else ()):
            if label and whole.labels[part.first + index] != label:
                message = f'Page {index + 1} of {part.name} was called "{label}", and is not in the pack.'
                yield Diagnostic("warning", "labels-lost", message)
                break


def _told_apart(account: Account) -> Account:
    """The account with fields under the names that they had before two of one name were told apart."""
    fields: Counter[tuple[str, str]] = Counter()
    for (name, value), count in account.fields.items():
        fields[_APART.sub("", name), value] += count
    return replace(account, fields=fields)
