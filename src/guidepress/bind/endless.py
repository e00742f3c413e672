"""In: an open PDF and its pages. Out: the pages that show a form which shows itself, without end.

Such a form is against the standard (ISO 32000-1, 8.10.1), and readers end it after some depth, each after its own; a page
that is shown by another page lies deeper, so that less of it is shown.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from guidepress.base.diagnostics import Diagnostic
from guidepress.cos import Malformed, Ref

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from guidepress.cos import File, Value
    from guidepress.cos.pages import PageObject

__all__ = ["endless_forms"]

_SHOWN = re.compile(rb"/([^\x00\s()<>\[\]{}/%]++)[\x00\s]++Do(?![^\x00\s/\[(<%])")
"""Where content shows a form or a picture; in a string it may stand too, and then nothing is lost but time."""
_TOLD = 10
"""Pages that one warning names."""


def endless_forms(file: File, pages: Sequence[PageObject]) -> Iterator[Diagnostic]:
    """Warn of pages that show forms without end."""
    resources = [page.entries.get("Resources") for page in pages]
    named = _Forms(file)
    if not any(map(named.endless, resources)):
        return
    # What resources name is not always shown: many a writer gives all forms one list of all.
    shown = _Forms(file, shown=True)
    found = [str(number) for number, each in enumerate(resources, 1) if shown.endless(each)]
    if found:
        listed = ", ".join(found[:_TOLD]) + (" …" if len(found) > _TOLD else "")
        which = f"{'Page' if len(found) == 1 else 'Pages'} {listed} of {file.name}"
        message = (
            f"{which} may show a form that shows itself, without end: each reader stops at another depth."
        )
        yield Diagnostic("warning", "endless-form", message, "Look at the result, or write the file again.")


class _Forms:
    """The forms of a file, and whether each leads to one that leads to itself.

    Args:
        file: the file.
        shown: a form leads to what its content shows, not to all that its resources name.
    """

    def __init__(self, file: File, *, shown: bool = False) -> None:
        self._file = file
        self._shown = shown
        self._is_form: dict[int, bool] = {}
        self._known: dict[int, bool] = {}
        self._of_pages: dict[Ref | None, bool] = {}

    def endless(self, resources: Value) -> bool:
        """Whether what the resources of a page name leads to such a form; shared ones are looked through once."""
        shared = resources if isinstance(resources, Ref) else None
        if shared in self._of_pages:
            return self._of_pages[shared]
        found = any(self._leads(each) for each in self._named(resources).values())
        if shared is not None:
            self._of_pages[shared] = found
        return found

    def _leads(self, first: int) -> bool:
        """Walk down from a form, each once; one that is met below itself has no end, nor have those above it."""
        if first in self._known:
            return self._known[first]
        stack = [(first, iter(self._below(first)))]
        above, endless = {first}, set[int]()
        while stack:
            number, rest = stack[-1]
            inner = next(rest, None)
            if inner is None:
                stack.pop()
                above.discard(number)
                self._known[number] = number in endless
                if stack and number in endless:
                    endless.add(stack[-1][0])
            elif inner in above or self._known.get(inner):
                endless.add(number)
            elif inner not in self._known:
                above.add(inner)
                stack.append((inner, iter(self._below(inner))))
        return self._known[first]

    def _below(self, number: int) -> list[int]:
        """The forms within a form."""
        try:
            named = self._named(self._file.dictionary(Ref(number)).get("Resources"))
            if not self._shown or not named:
                return [*named.values()]
            content = self._file.content(Ref(number))
        except Malformed:
            return []
        said = {match[1].decode("latin-1") for match in _SHOWN.finditer(content)}
        return [inner for name, inner in named.items() if name in said]

    def _named(self, resources: Value) -> dict[str, int]:
        """The forms that resources name, by their names; pictures lead nowhere and are passed over unread."""
        file = self._file
        named = file.dictionary(file.dictionary(resources).get("XObject"))
        return {key: each.number for key, each in named.items() if isinstance(each, Ref) and self._form(each)}

    def _form(self, value: Ref) -> bool:
        number = value.number
        if number not in self._is_form:
            self._is_form[number] = self._says_form(value)
        return self._is_form[number]

    def _says_form(self, value: Ref) -> bool:
        try:
            likely = b"Form" in self._file.raw(value.number).body
            return likely and self._file.word(self._file.dictionary(value).get("Subtype")) == "Form"
        except Malformed:
            return False
