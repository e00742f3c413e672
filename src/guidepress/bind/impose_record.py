"""In: the pages of an imposed file. Out: the record in its catalog of how to take them off the sheets again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.cos import Name, Stream
from guidepress.cos.values import rounded

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from guidepress.bind.leaves import Leaf
    from guidepress.cos import File, Ref, Value
    from guidepress.cos.copier import ObjectCopier
    from guidepress.cos.values import Dictionary
    from guidepress.cos.writer import Writer

__all__ = ["piece_info", "recorded"]

_OWNER = "Guidepress"
_KIND = "ImposedPages"
_NO_DATE = b"D:19700101000000Z"
"""A private record must say when it changed (ISO 32000-1, table 319); no clock is read, so it says never."""


def piece_info(scheme: str, forms: Sequence[tuple[Ref, Leaf]]) -> Dictionary:
    """Make the catalog's PieceInfo (ISO 32000-1, 14.5): for each page its form, trim, turn and unit."""
    pages: list[Value] = [
        {
            "Form": form,
            "Trim": rounded(leaf.trim),
            "Rotate": leaf.turn,
            "Unit": rounded((leaf.unit,))[0],
        }
        for form, leaf in forms
    ]
    private: Dictionary = {"Type": Name(_KIND), "Scheme": scheme.encode("ascii"), "Pages": pages}
    return {_OWNER: {"LastModified": _NO_DATE, "Private": private}}


def recorded(file: File, copier: ObjectCopier, writer: Writer) -> Iterator[Dictionary]:
    """Yield single pages made of the forms that an imposed file's record names; none if it has no record."""
    value: Value = file.root.get("PieceInfo")
    for key in (_OWNER, "Private", "Pages"):
        value = file.dictionary(value).get(key)
    for entry in file.array(value):
        kept = file.dictionary(entry)
        form = file.get(kept.get("Form"))
        if not isinstance(form, Stream):
            return
        box = form.entries.get("BBox")
        page: Dictionary = {
            "Type": Name("Page"),
            "MediaBox": box,
            "CropBox": box,
            "BleedBox": box,
            "TrimBox": kept.get("Trim"),
            "Resources": form.entries.get("Resources"),
            "Rotate": kept.get("Rotate"),
            "Group": form.entries.get("Group"),
        }
        if file.number(kept.get("Unit"), 1.0) != 1:
            page["UserUnit"] = kept["Unit"]
        # The form's content becomes that of a page, without what makes it a form.
        coding: Dictionary = {
            key: form.entries[key] for key in ("Filter", "DecodeParms") if key in form.entries
        }
        made = {key: copier.value(value) for key, value in page.items() if value is not None}
        yield made | {"Contents": writer.add_object(copier.object(Stream(coding, form.data)))}
