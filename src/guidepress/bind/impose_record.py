"""In: the pages of an imposed file. Out: the record in its catalog of how to take them off the sheets again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pypdf.generic import (
    ArrayObject,
    DecodedStreamObject,
    DictionaryObject,
    EncodedStreamObject,
    NumberObject,
    StreamObject,
    TextStringObject,
)

from guidepress.bind.scribe import array, dictionary, name

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pypdf.generic import IndirectObject

    from guidepress.bind.leaves import Leaf
    from guidepress.bind.scribe import Shelf

__all__ = ["piece_info", "recorded"]

_OWNER = "Guidepress"
_KIND = "ImposedPages"
_NO_DATE = "D:19700101000000Z"
"""A private record must say when it changed (ISO 32000-1, table 319); no clock is read, so it says never."""


def piece_info(scheme: str, forms: Sequence[tuple[IndirectObject, Leaf]]) -> DictionaryObject:
    """Make the catalog's PieceInfo (ISO 32000-1, 14.5): for each page its form, trim, turn and unit."""
    pages = ArrayObject(
        dictionary(
            {
                "Form": form,
                "Trim": array(leaf.trim),
                "Rotate": NumberObject(leaf.turn),
                "Unit": array((leaf.unit,))[0],
            }
        )
        for form, leaf in forms
    )
    private = dictionary({"Type": name(_KIND), "Scheme": TextStringObject(scheme), "Pages": pages})
    return dictionary({_OWNER: dictionary({"LastModified": TextStringObject(_NO_DATE), "Private": private})})


def recorded(root: DictionaryObject, shelf: Shelf) -> Iterator[DictionaryObject]:
    """Yield single pages made of the forms that an imposed file's record names; none if it has no record."""
    value: Any = root
    for key in ("/PieceInfo", f"/{_OWNER}", "/Private", "/Pages"):
        value = value.get(key) if isinstance(value, DictionaryObject) else None
        value = value.get_object() if value is not None else None
    for entry in value if isinstance(value, ArrayObject) else ():
        kept: Any = entry.get_object()
        form: Any = kept["/Form"].get_object()
        if not isinstance(form, StreamObject):
            return
        page = dictionary(
            {
                "Type": name("Page"),
                "MediaBox": form.raw_get("/BBox"),
                "CropBox": form.raw_get("/BBox"),
                "BleedBox": form.raw_get("/BBox"),
                "TrimBox": kept.raw_get("/Trim"),
                "Resources": form.raw_get("/Resources"),
                "Contents": shelf.add(_plain(form)),
                "Rotate": kept.raw_get("/Rotate"),
            }
        )
        if kept["/Unit"] != 1:
            page[name("UserUnit")] = kept.raw_get("/Unit")
        if "/Group" in form:
            page[name("Group")] = form.raw_get("/Group")
        yield page


def _plain(form: StreamObject) -> StreamObject:
    """The form's content as that of a page, without what makes it a form."""
    made = EncodedStreamObject() if "/Filter" in form else DecodedStreamObject()
    made._data = form._data  # noqa: SLF001 - the bytes stay as they are stored
    for key in ("/Filter", "/DecodeParms"):
        if key in form:
            made[name(key[1:])] = form.raw_get(key)
    return made
