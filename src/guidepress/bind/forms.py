"""In: the form fields of each input. Out: one form, the fields of one file named apart from another's (12.7)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.base.diagnostics import Diagnostic
from guidepress.cos import Ref
from guidepress.cos.text import text_of, text_string

if TYPE_CHECKING:
    from guidepress.bind.copier import PartCopier
    from guidepress.cos import File, Value
    from guidepress.cos.values import Dictionary

__all__ = ["Forms", "fields_of"]

_MOST = 100_000
"""Fields followed in one file."""


def fields_of(file: File) -> list[int]:
    """The numbers of all fields of a file, widgets among them, parents first."""
    form = file.dictionary(file.root.get("AcroForm"))
    found: dict[int, Dictionary] = {}
    stack = file.array(form.get("Fields"))[::-1]
    while stack and len(found) < _MOST:
        value = stack.pop()
        if not isinstance(value, Ref) or value.number in found:
            continue
        found[value.number] = file.dictionary(value)
        stack.extend(reversed(file.array(found[value.number].get("Kids"))))
    return [number for number, entries in found.items() if entries]


class Forms:
    """The fields of all inputs."""

    def __init__(self) -> None:
        self._fields: list[Value] = []
        self._names: set[str] = set()
        self._order: list[Value] = []
        self._resources: dict[str, dict[str, Value]] = {}
        self._flags = 0
        self._needs = False
        self.diagnostics: list[Diagnostic] = []

    def take(self, copier: PartCopier) -> None:
        """Copy an input's fields; call it before the pages, since widgets are fields too."""
        file = copier.file
        form = file.dictionary(file.root.get("AcroForm"))
        tree = fields_of(file)
        known = set(tree)
        tops = [
            each.number
            for each in file.array(form.get("Fields"))
            if isinstance(each, Ref) and each.number in known
        ]
        if not tops:
            self._tell(copier, form, tree)
            return
        for number in tree:
            copier.seed(number)
        names = {number: text_of(file.get(file.dictionary(Ref(number)).get("T"))) for number in tops}
        clash = not self._names.isdisjoint(names.values())
        self._names |= {self._apart(name, copier, clash=clash) for name in names.values()}
        for number in tree:
            parts = dict(file.dictionary(Ref(number)))
            if number in names:
                parts["T"] = text_string(self._apart(names[number], copier, clash=clash))
                for key in ("DA", "Q"):  # what the form says for all its fields would be another's now
                    if key in form:
                        parts.setdefault(key, form[key])
            copier.put(number, parts)
        self._fields += [Ref(copier.map[number]) for number in tops]
        self._order += [each for each in map(copier.value, file.array(form.get("CO"))) if each is not None]
        self._needs |= file.get(form.get("NeedAppearances")) is True
        self._flags |= file.integer(form.get("SigFlags"))
        self._take_resources(copier, form)
        self._tell(copier, form, tree)

    def _apart(self, name: str, copier: PartCopier, *, clash: bool) -> str:
        return f"{copier.prefix}-{name}" if clash else name

    def _take_resources(self, copier: PartCopier, form: Dictionary) -> None:
        file = copier.file
        for kind, raw in file.dictionary(form.get("DR")).items():
            named = file.dictionary(raw)
            if not named:
                continue
            kept = self._resources.setdefault(kind, {})
            for name, value in named.items():
                copy = copier.value(value)
                if kept.setdefault(name, copy) != copy:
                    message = f"The form of {file.name} uses another font or colour under the name /{name}."
                    hint = "A reader that redraws its fields may draw them differently."
                    self.diagnostics.append(Diagnostic("warning", "form-resources", message, hint))

    def _tell(self, copier: PartCopier, form: Dictionary, tree: list[int]) -> None:
        file = copier.file
        if file.get(form.get("XFA")) is not None:
            message = f"The XFA form of {file.name} was left out; its plain fields were kept."
            self.diagnostics.append(Diagnostic("warning", "xfa-lost", message))
        if any(file.word(file.dictionary(Ref(number)).get("FT")) == "Sig" for number in tree):
            message = f"{file.name} has a field for signatures; a signature in it no longer holds."
            self.diagnostics.append(
                Diagnostic("warning", "signature-lost", message, "Sign the pack instead.")
            )

    def close(self) -> Dictionary:
        """The form dictionary; empty if there is none."""
        if not self._fields:
            return {}
        parts: Dictionary = {"Fields": self._fields}
        if self._resources:
            parts["DR"] = {**self._resources}
        if self._order:
            parts["CO"] = self._order
        if self._needs:
            parts["NeedAppearances"] = True
        if self._flags:
            parts["SigFlags"] = self._flags
        return parts
