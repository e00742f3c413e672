"""In: the runs of a paragraph. Out: its words with their looks, links, marks of notes and pictures."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from guidepress.exchange.markup.raised import moved
from guidepress.exchange.report import Loss
from guidepress.exchange.text.docx.fields import Fields, form_field
from guidepress.exchange.text.docx.formulas import formula_text
from guidepress.exchange.text.docx.looks import look_of
from guidepress.exchange.text.docx.package import attribute, child, inner_copy
from guidepress.guide.markdown import MdBreak, MdNote, MdText

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from lxml.etree import _Element

    from guidepress.exchange.text.docx.looks import RunLook
    from guidepress.exchange.text.docx.styles import WordStyle, WordStyles
    from guidepress.guide.markdown import MdInline

__all__ = ["Runs"]

_INTO = {
    "ins",
    "moveTo",
    "smartTag",
    "customXml",
    "sdt",
    "sdtContent",
    "dir",
    "bdo",
    "rubyBase",
    "ruby",
    "mc.Choice",
}
"""What holds runs and has no look of its own; what was inserted under tracking counts as there."""

_DELETED = {"del", "moveFrom"}
_NOTES = {"footnoteReference": "n", "endnoteReference": "e", "commentReference": "c"}
"""What marks a note, and how its name begins."""

_WORDS = {"tab": " ", "ptab": " ", "noBreakHyphen": "\u2011"}

_SIGNS = {
    "Wingdings": {0xFC: "✓", 0xFB: "✗", 0xA8: "☐", 0x6F: "☐", 0xFE: "☑", 0xFD: "☒", 0xA7: "▪", 0x6C: "●", 0xE0: "→",
                  0xDF: "←", 0x4A: "☺", 0x76: "❖", 0xD8: "➢"},
    "Symbol": dict(zip(range(0x61, 0x7B), "αβχδεφγηιϕκλμνοπθρστυϖωξψζ", strict=True)) | {
        0xB7: "•", 0xAE: "→", 0xB0: "°", 0xB1: "±", 0xB4: "×", 0xB8: "÷", 0xA3: "≤", 0xB3: "≥", 0xB9: "≠", 0xA5: "∞"},
}  # fmt: skip
"""Signs of fonts that have no letters, by their codes."""

_PRIVATE = re.compile(r"[\ue000-\uf8ff]")
"""Characters that every font may use as it likes; those of Word's fonts of signs are 0xF000 and their code."""


class Runs:
    """Reads the runs of one part, whose fields may go on from paragraph to paragraph.

    Args:
        styles: of the file.
        targets: what references mean, by id.
        picture: reads a drawing: gets the element, gives its pictures.
    """

    def __init__(
        self,
        styles: WordStyles,
        targets: dict[str, tuple[str, str]],
        picture: Callable[[_Element], list[MdInline]],
    ) -> None:
        self.looks: list[tuple[str, RunLook]] = []
        self.losses: list[Loss] = []
        self.boxes: list[_Element] = []
        self.place = ""
        self.fields = Fields()
        self._styles = styles
        self._targets = targets
        self._picture = picture
        self._bare: dict[WordStyle, RunLook] = {}

    def read(self, paragraph: _Element, style: WordStyle, *, plain: bool) -> list[MdInline]:
        """Read a paragraph.

        Args:
            paragraph: the element.
            style: of the paragraph.
            plain: its letters are those of a heading, whose looks are no emphasis.
        """
        self.looks = []
        return list(self._all(paragraph, style, "", plain=plain))

    def _all(self, parent: _Element, style: WordStyle, link: str, *, plain: bool) -> Iterator[MdInline]:
        for element in parent:
            tag = element.tag
            if tag == "r":
                yield from self._run(element, style, link, plain=plain)
            elif tag == "hyperlink":
                kind, target = self._targets.get(_reference(element), ("", ""))
                yield from self._all(element, style, target if kind == "hyperlink" else link, plain=plain)
            elif tag == "fldSimple":
                with self.fields.simple(attribute(element, "instr") or ""):
                    yield from self._all(element, style, self.fields.link or link, plain=plain)
            elif tag == "mc.AlternateContent":
                yield from self._all(_chosen(element), style, link, plain=plain)
            elif tag in {"m.oMath", "m.oMathPara"}:
                yield MdText(formula_text(element), 0)
            elif tag in _DELETED:
                self._deleted(element)
            elif tag in _INTO:
                yield from self._all(element, style, link, plain=plain)

    def _deleted(self, element: _Element) -> None:
        words = " ".join("".join(each.text or "" for each in element.iter("delText", "t")).split())
        if words:
            self.losses.append(
                Loss(self.place, f"deleted: {words}", "its deletion was tracked, and is accepted")
            )

    def _run(self, run: _Element, style: WordStyle, link: str, *, plain: bool) -> Iterator[MdInline]:
        properties = child(run, "rPr")
        if properties is None or not len(properties):
            look = self._bare.get(style)
            if look is None:
                look = self._bare[style] = look_of(None, style, self._styles)
        else:
            look = look_of(properties, style, self._styles)
        for element in run:
            made, silent = self._piece(element, look.raised), self.fields.silent
            self.fields.see(element)
            if made is None or silent:
                if isinstance(made, str):
                    self.fields.pass_over(made)
                continue
            if not isinstance(made, str):
                yield from made
                continue
            if look.hidden:
                self.losses.append(Loss(self.place, f"hidden: {made}", "its letters are not shown"))
                continue
            if made.strip():
                self.looks.append((made, look))
            yield MdText(
                made,
                0,
                look.emphasis and not plain,
                look.strong and not plain,
                link=_address(self.fields.link or link),
            )

    def _piece(self, element: _Element, raised: str) -> str | list[MdInline] | None:
        """The words of an element of a run, or its inlines; None for what shows nothing."""
        tag = element.tag
        if tag in _WORDS:
            return _WORDS[tag]
        if tag == "t":
            return _moved(self._readable(element.text or ""), raised)
        if tag == "sym":
            return self._sign(element)
        if tag == "ruby":
            return "".join(each.text or "" for each in element.iter("t"))
        return form_field(element) if tag == "fldChar" else self._object(element)

    def _object(self, element: _Element) -> list[MdInline] | None:
        """What is no word: an end of a line, the mark of a note, a picture."""
        tag = element.tag
        if tag in {"br", "cr"}:
            return None if attribute(element, "type") in {"page", "column"} else [MdBreak(0)]
        if tag in _NOTES:
            return [MdNote(f"{_NOTES[tag]}{attribute(element, 'id')}", 0)]
        if tag == "mc.AlternateContent":
            return [each for inner in _chosen(element) for each in self._drawn(inner)]
        return self._drawn(element) if tag in {"drawing", "pict", "object"} else None

    def _drawn(self, element: _Element) -> list[MdInline]:
        """The pictures of a drawing; its text boxes are kept for what follows the paragraph."""
        self.boxes += [each for each in element.iter("txbxContent") if not inner_copy(each, element)]
        return self._picture(element)

    def _readable(self, text: str) -> str:
        """Text without codes that mean a sign in one font alone: bullets and arrows become characters."""
        return _PRIVATE.sub(lambda match: self._known(match[0]), text)

    def _known(self, character: str) -> str:
        code = ord(character) & 0xFF
        sign = next((signs[code] for signs in _SIGNS.values() if code in signs), "")
        if not sign:
            what = f"character U+{ord(character):04X}"
            self.losses.append(Loss(self.place, what, "it means something in one font alone"))
        return sign

    def _sign(self, element: _Element) -> str:
        font, code = attribute(element, "font") or "", attribute(element, "char") or ""
        try:
            number = int(code, 16) & 0xFF
        except ValueError:
            return ""
        sign = _SIGNS.get(font, {}).get(number)
        if sign is None:
            self.losses.append(
                Loss(self.place, f"sign {code} of the font {font}", "it is no letter of any other font")
            )
        return sign or ""


def _moved(text: str, raised: str) -> str:
    return moved(text, up=raised == "superscript") if raised in {"superscript", "subscript"} else text


def _chosen(element: _Element) -> _Element:
    """Of several forms of a thing the first, which new programs show."""
    found = child(element, "mc.Choice")
    other = child(element, "mc.Fallback")
    return found if found is not None else other if other is not None else element


def _address(target: str) -> str:
    return target if target.startswith(("https://", "http://", "mailto:")) else ""


def _reference(element: _Element) -> str:
    return next((str(each) for key, each in element.attrib.items() if str(key).endswith("}id")), "")
