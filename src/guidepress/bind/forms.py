"""In: the form fields of each input. Out: one form, the fields of one file named apart from another's (12.7)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.base.diagnostics import Diagnostic
from guidepress.bind.syntax import array, dictionary, entries, integer, reference_of, text_of, write_text

if TYPE_CHECKING:
    from guidepress.bind.copier import Copier

__all__ = ["Forms"]

_MOST = 100_000
"""Fields followed in one file."""


class Forms:
    """The fields of all inputs."""

    def __init__(self) -> None:
        self._fields: list[bytes] = []
        self._names: set[str] = set()
        self._order: list[bytes] = []
        self._resources: dict[bytes, dict[bytes, bytes]] = {}
        self._flags = 0
        self._needs = False
        self.diagnostics: list[Diagnostic] = []

    def take(self, copier: Copier, catalog: dict[bytes, bytes]) -> None:
        """Copy an input's fields; call it before the pages, since widgets are fields too."""
        source = copier.source
        form = source.dictionary(catalog.get(b"/AcroForm"))
        tops = [number for raw in source.items(form.get(b"/Fields")) if (number := reference_of(raw))]
        if not tops:
            return
        tree = self._tree(copier, tops)
        for number in tree:
            copier.seed(number)
        names = {number: text_of(source.value(entries_of(copier, number).get(b"/T"))) for number in tops}
        clash = not self._names.isdisjoint(names.values())
        self._names |= {self._apart(name, copier, clash=clash) for name in names.values()}
        for number in tree:
            parts = entries_of(copier, number)
            if number in names:
                parts[b"/T"] = write_text(self._apart(names[number], copier, clash=clash))
                for key in (b"/DA", b"/Q"):  # what the form says for all its fields would be another's now
                    if key in form and key not in parts:
                        parts[key] = form[key]
            copier.put(copier.map[number], dictionary(parts))
            copier.written.add(number)
        self._fields += [b"%d 0 R" % copier.map[number] for number in tops]
        self._order += [copier.rewrite(raw) for raw in source.items(form.get(b"/CO"))]
        self._needs |= form.get(b"/NeedAppearances") == b"true"
        self._flags |= integer(form.get(b"/SigFlags"))
        self._take_resources(copier, form)
        self._tell(source.name, form, tree, copier)

    def _apart(self, name: str, copier: Copier, *, clash: bool) -> str:
        return f"{copier.prefix}-{name}" if clash else name

    def _tree(self, copier: Copier, tops: list[int]) -> list[int]:
        """All fields of an input, parents first."""
        found: dict[int, None] = {}
        stack = tops[::-1]
        while stack and len(found) < _MOST:
            number = stack.pop()
            if number in found:
                continue
            found[number] = None
            kids = copier.source.items(entries_of(copier, number).get(b"/Kids"))
            stack.extend(reversed([kid for raw in kids if (kid := reference_of(raw))]))
        return [number for number in found if entries_of(copier, number)]

    def _take_resources(self, copier: Copier, form: dict[bytes, bytes]) -> None:
        source = copier.source
        for kind, raw in source.dictionary(form.get(b"/DR")).items():
            if not source.value(raw).startswith(b"<<"):
                continue
            kept = self._resources.setdefault(kind, {})
            for name, value in source.dictionary(raw).items():
                copy = copier.rewrite(value)
                if kept.setdefault(name, copy) != copy:
                    message = f"The form of {source.name} uses another font or colour under the name {name.decode()}."
                    hint = "A reader that redraws its fields may draw them differently."
                    self.diagnostics.append(Diagnostic("warning", "form-resources", message, hint))

    def _tell(self, name: str, form: dict[bytes, bytes], tree: list[int], copier: Copier) -> None:
        if b"/XFA" in form:
            message = f"The XFA form of {name} was left out; its plain fields were kept."
            self.diagnostics.append(Diagnostic("warning", "xfa-lost", message))
        if any(entries_of(copier, number).get(b"/FT") == b"/Sig" for number in tree):
            message = f"{name} has a field for signatures; a signature in it no longer holds."
            self.diagnostics.append(
                Diagnostic("warning", "signature-lost", message, "Sign the pack instead.")
            )

    def close(self) -> bytes:
        """The form dictionary; b"" if there is none."""
        if not self._fields:
            return b""
        parts = {b"/Fields": array(self._fields)}
        if self._resources:
            parts[b"/DR"] = dictionary({kind: dictionary(named) for kind, named in self._resources.items()})
        if self._order:
            parts[b"/CO"] = array(self._order)
        if self._needs:
            parts[b"/NeedAppearances"] = b"true"
        if self._flags:
            parts[b"/SigFlags"] = b"%d" % self._flags
        return dictionary(parts)


def entries_of(copier: Copier, number: int) -> dict[bytes, bytes]:
    """A field's entries."""
    body = copier.source.body(number)
    return entries(body) if body.startswith(b"<<") else {}
