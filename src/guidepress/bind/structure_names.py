"""In: the elements of one input's structure tree. Out: the same under the names they have in the pack.

Roles and classes that another file defines otherwise, and all identifiers, get other names. Most elements have none
of these: signs in their bytes tell which must be looked into.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from guidepress.cos import Name
from guidepress.cos.parser import REGULAR
from guidepress.cos.plain import write_name
from guidepress.cos.text import prefixed
from guidepress.standard.structure import STRUCTURE_TYPES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from guidepress.bind.copier import PartCopier
    from guidepress.cos import Value
    from guidepress.cos.values import Dictionary

__all__ = ["StructureNames"]

_LEVELS = ("H1", "H2", "H3", "H4", "H5", "H6")
_KINDS = {"H": "H"} | dict.fromkeys(_LEVELS, "H#")
_NAMED = rb"/(?:ID|Headers|C)(?!" + REGULAR + rb")"


class StructureNames:
    """What is named otherwise in the output, and which kinds of heading an input uses.

    Attributes:
        headings: whether headings carry no level ("H"), a level ("H#"), or both occur; of what was adapted.
    """

    def __init__(
        self,
        copier: PartCopier,
        mapped: Mapping[str, str],
        roles: Mapping[str, str],
        classes: Mapping[str, str],
    ) -> None:
        self._copier = copier
        self._prefix = f"{copier.prefix}."
        self._roles = roles
        self._classes = classes
        self._kinds = {
            name: _KINDS[role] for name in (*mapped, *_KINDS) if (role := _led(name, mapped)) in _KINDS
        }
        self.headings: set[str] = set()
        self._file = copier.file

    def begin(self) -> None:
        """Have the copier show what must be looked into; headings only until one of their kind has been seen."""
        names = {name for name, kind in self._kinds.items() if kind not in self.headings} | set(self._roles)
        any_of = b"|".join(re.escape(write_name(name)[1:]) for name in sorted(names))
        named = rb"|/(?:" + any_of + rb")(?!" + REGULAR + rb")" if names else b""
        self._copier.adapt(self.adapt, _NAMED + rb"|/S\s*+(?:\d" + named + rb")")

    def adapt(self, entries: Dictionary) -> Dictionary:
        """Rename what an element or its attributes name, still in the input's numbers."""
        if "S" in entries and "P" in entries:
            return self._element(entries)
        if "Headers" in entries and self._file.word(entries.get("O")) == "Table":
            return {**entries, "Headers": self._listed(entries["Headers"])}
        return entries

    def _element(self, entries: Dictionary) -> Dictionary:
        made = dict(entries)
        role = self._file.word(made["S"])
        if self._kinds.get(role, "") not in {"", *self.headings}:
            self.headings.add(self._kinds[role])
            self.begin()
        if role in self._roles:
            made["S"] = Name(self._roles[role])
        if "ID" in made:
            made["ID"] = self._identifier(made["ID"])
        if "C" in made and self._classes:
            listed = self._file.get(made["C"])
            made["C"] = (
                [self._class(each) for each in listed] if isinstance(listed, list) else self._class(made["C"])
            )
        return made

    def _class(self, value: Value) -> Value:
        word = self._file.word(value)
        return Name(self._classes[word]) if word in self._classes else value

    def _listed(self, value: Value) -> Value:
        listed = self._file.get(value)
        return [self._identifier(each) for each in listed] if isinstance(listed, list) else value

    def _identifier(self, value: Value) -> Value:
        made = self._file.get(value)
        return prefixed(made, self._prefix) if isinstance(made, bytes) else value


def _led(role: str, mapped: Mapping[str, str]) -> str:
    """The standard role that a role is mapped to, whatever it passes."""
    for _ in range(len(mapped)):
        if role in STRUCTURE_TYPES or role not in mapped:
            break
        role = mapped[role]
    return role
