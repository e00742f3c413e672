"""In: the bytes of a PDF. Out: what a reader sees of it: pages, text by marked content, fonts, tags.

pypdf reads the objects; content.py decodes the text.
"""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

from pypdf import PdfReader
from pypdf.errors import PyPdfError
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, NumberObject

from guidepress.base.diagnostics import Diagnostic, FaultsFound
from guidepress.verify.content import parse_to_unicode, read_marked_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

__all__ = ["Opened", "number_of", "open_pdf"]


def open_pdf(data: bytes, password: str = "") -> Opened:
    """Open a PDF.

    Raises:
        FaultsFound: the bytes are no PDF that can be read, or the password is wrong.
    """
    try:
        reader = PdfReader(io.BytesIO(data), strict=False)
        if reader.is_encrypted and not reader.decrypt(password):
            raise FaultsFound([_fault("encrypted", "The file is encrypted.", "Give its password.")])
        return Opened(reader)
    except (
        PyPdfError,
        ValueError,
        KeyError,
        TypeError,
        RecursionError,
        AttributeError,
        IndexError,
    ) as problem:
        message = f"The file cannot be read as a PDF ({problem})."
        raise FaultsFound([_fault("unreadable-pdf", message, "Write it again, or repair it.")]) from problem


def _fault(code: str, message: str, hint: str) -> Diagnostic:
    return Diagnostic("error", code, message, hint)


class Opened:
    """A PDF that is open for reading; pages, fonts and texts are read once, when they are asked for."""

    def __init__(self, reader: PdfReader) -> None:
        self.reader = reader
        self.root: DictionaryObject = reader.root_object
        self.pages = list(reader.pages)
        self._maps: dict[int, dict[int, str]] = {}
        self._texts: dict[int, dict[int, str]] = {}

    def page_index(self, page: object) -> int:
        """Index of a page object or of a reference to it; -1 where the file has no such page."""
        if not hasattr(self, "_index"):
            self._index = {
                reference.idnum: index
                for index, page in enumerate(self.pages)
                if (reference := page.indirect_reference) is not None
            }
        number = page.idnum if isinstance(page, IndirectObject) else None
        return self._index.get(number, -1) if number is not None else -1

    def marked_text(self, index: int) -> dict[int, str]:
        """Text of a page by marked-content identifier, in Unicode; soft hyphens kept."""
        if index not in self._texts:
            self._texts[index] = self._read_text(index)
        return self._texts[index]

    def fonts(self, index: int) -> dict[str, DictionaryObject]:
        """Fonts of a page by resource name."""
        resources = _resolve(self.pages[index].get("/Resources"))
        fonts = _resolve(resources.get("/Font")) if isinstance(resources, DictionaryObject) else None
        if not isinstance(fonts, DictionaryObject):
            return {}
        return {
            str(name): font
            for name, value in fonts.items()
            if isinstance(font := _resolve(value), DictionaryObject)
        }

    def reading_order(self) -> Iterator[tuple[int, int]]:
        """Yield (page index, MCID) of all tagged content in the order of the structure tree."""
        tree = _resolve(self.root.get("/StructTreeRoot"))
        if isinstance(tree, DictionaryObject):
            yield from self._walk(tree)

    def order_on(self, pages: Iterable[int]) -> list[tuple[int, int]]:
        """The same for some pages only: their elements are found through the parent tree, not by walking it all."""
        places = _Places(self.root)
        found = []
        for index in pages:
            for identifier, element in enumerate(places.elements(self.pages[index])):
                if element is not None:
                    found.append(
                        (*places.path(element), places.position(element, identifier), index, identifier)
                    )
        return [(place[-2], place[-1]) for place in sorted(found)]

    def _walk(self, root: DictionaryObject) -> Iterator[tuple[int, int]]:
        stack: list[tuple[Any, int]] = [(root, -1)]
        seen: set[int] = set()
        while stack:
            node, page = stack.pop()
            if isinstance(node, IndirectObject):
                if node.idnum in seen:
                    continue
                seen.add(node.idnum)
                node = node.get_object()
            if isinstance(node, NumberObject):
                yield page, int(node)
            elif isinstance(node, ArrayObject):
                stack.extend((kid, page) for kid in reversed(node))
            elif isinstance(node, DictionaryObject):
                own = node.raw_get("/Pg") if "/Pg" in node else None
                at = self.page_index(own) if own is not None else page
                if node.get("/Type") == "/MCR":
                    yield at, int(str(node["/MCID"]))
                elif "/K" in node:
                    stack.append((node.raw_get("/K"), at))

    def _read_text(self, index: int) -> dict[int, str]:
        contents = self.pages[index].get_contents()
        if contents is None:
            return {}
        maps = {name: self._to_unicode(font) for name, font in self.fonts(index).items()}
        return read_marked_text(contents.get_data(), maps)

    def _to_unicode(self, font: DictionaryObject) -> dict[int, str]:
        key = number_of(font)
        if key not in self._maps:
            stream = _resolve(font.get("/ToUnicode"))
            self._maps[key] = parse_to_unicode(stream.get_data()) if hasattr(stream, "get_data") else {}
        return self._maps[key]


def number_of(item: DictionaryObject) -> int:
    """What an object is known by: its number, or where it stands inside another one, its address in memory."""
    reference = getattr(item, "indirect_reference", None)  # pypdf gives it to objects that have a number only
    return reference.idnum if reference is not None else -id(item)


def _resolve(value: Any) -> Any:  # noqa: ANN401 - a PDF object of any kind
    return value.get_object() if isinstance(value, IndirectObject) else value


class _Places:
    """Where elements stand in the structure tree, as paths of positions from the root."""

    def __init__(self, root: DictionaryObject) -> None:
        tree = _resolve(root.get("/StructTreeRoot"))
        self._paths: dict[int, tuple[int, ...]] = {}
        self._kids: dict[int, dict[int, int]] = {}
        self._lists: dict[int, Any] = {}
        if isinstance(tree, DictionaryObject):
            self._read(_resolve(tree.get("/ParentTree")))

    def elements(self, page: DictionaryObject) -> list[Any]:
        """The element of each MCID of a page, as references."""
        listed = _resolve(self._lists.get(int(page.get("/StructParents", -1))))
        return list(listed) if isinstance(listed, ArrayObject) else []

    def path(self, element: Any) -> tuple[int, ...]:  # noqa: ANN401 - a reference to an element
        """Positions of the element and all its ancestors among their siblings, root first."""
        number = element.idnum if isinstance(element, IndirectObject) else -1
        known = self._paths.get(number)
        if known is None:
            self._paths[number] = ()  # a circle of parents ends here
            node = element.get_object()
            parent = node.raw_get("/P") if "/P" in node else None
            above = self.path(parent) if isinstance(parent, IndirectObject) else ()
            own = self._positions(parent).get(number, 0) if isinstance(parent, IndirectObject) else 0
            known = self._paths[number] = (*above, own)
        return known

    def position(self, element: Any, identifier: int) -> int:  # noqa: ANN401 - a reference to an element
        """Position of a mark among an element's kids; marks of one number on two pages stand in page order."""
        kids = _resolve(element.get_object().get("/K"))
        for position, kid in enumerate(kids if isinstance(kids, ArrayObject) else [kids]):
            mark = _resolve(kid)
            number = mark.get("/MCID", -1) if isinstance(mark, DictionaryObject) else mark
            if isinstance(number, NumberObject) and int(number) == identifier:
                return position
        return 0

    def _positions(self, parent: IndirectObject) -> dict[int, int]:
        if parent.idnum not in self._kids:
            holder: Any = parent.get_object()
            kids = _resolve(holder.get("/K"))
            listed = kids if isinstance(kids, ArrayObject) else [kids]
            self._kids[parent.idnum] = {
                kid.idnum: position for position, kid in enumerate(listed) if isinstance(kid, IndirectObject)
            }
        return self._kids[parent.idnum]

    def _read(self, node: Any) -> None:  # noqa: ANN401 - a node of a number tree
        stack = [node]
        while stack:
            node = _resolve(stack.pop())
            if isinstance(node, DictionaryObject):
                numbers = _resolve(node.get("/Nums")) or ()
                self._lists.update(zip(map(int, numbers[::2]), numbers[1::2], strict=False))
                stack.extend(_resolve(node.get("/Kids")) or ())
