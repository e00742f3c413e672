"""In: the tree of a book and the marks its pages make. Out: structure elements, ParentTree, IDTree.

An element whose kids are elements only keeps their order in `Book.tree`, which is the reading order. One with
content of its own keeps the order in which things appear on the pages, its child elements where their content
first appears; but footnotes come last, since a paragraph that goes on overleaf is read to its end first. Elements
that never got content are left out, empty cells excepted: a table needs them.
"""

from __future__ import annotations

from copy import copy
from typing import TYPE_CHECKING, TypeAlias

from guidepress.page.tree import Node
from guidepress.pdf.newer import NAMESPACE, Newer
from guidepress.pdf.objects import number, reference, text_string
from guidepress.pdf.paths import union
from guidepress.standard import ROLE_MAP

if TYPE_CHECKING:
    from collections.abc import Sequence

    from guidepress.pdf.objects import ObjectTable
    from guidepress.pdf.paths import Box

__all__ = ["Structure"]

_Kid: TypeAlias = "int | tuple[int, int]"
"""An element's index, or (page index, mark) for content."""

_KEPT_EMPTY = frozenset({"TD", "TH"})
_NEWER_NUMBERING = frozenset({"Description", "Unordered"})
"""Ways to number a list that PDF 2.0 brought."""

_LINED = frozenset({"P", "Span", "Lbl", "H1", "H2", "H3", "H4", "H5", "H6", "TOCI", "Reference"})
"""Elements whose text a picture may stand in."""

_INLINE_FIGURES = frozenset({"Figure", "Formula"})


class Structure:
    """The logical structure while pages are being drawn."""

    __slots__ = (
        "_annotations",
        "_boxes",
        "_figure",
        "_kids",
        "_linked",
        "_marks",
        "_named",
        "_newer",
        "_nodes",
        "_numbers",
        "_parent_tree",
        "_root",
        "_space",
        "_targets",
    )

    def __init__(self, tree: Sequence[Node], pages: int, *, newer: bool = False) -> None:
        self._nodes = list(tree) or [Node("Document", -1)]
        self._newer = newer
        self._named: dict[str, int] = {}  # anchor -> element
        self._targets: list[tuple[int, str]] = []  # Link element, and the anchor it leads to
        self._numbers: list[int] = []  # the object of each element, once they are written; 0 for none
        self._root = self._parent_tree = self._space = 0
        self._kids: list[list[_Kid]] = [[] for _ in self._nodes]
        self._linked = [False] * len(self._nodes)
        self._linked[0] = True
        self._marks: list[list[int]] = [[] for _ in range(pages)]  # per page: the element of each mark
        self._annotations: dict[int, list[tuple[int, int]]] = {}  # element -> (page index, annotation)
        self._boxes: dict[int, tuple[int, Box]] = {}  # figure -> (page index, box)
        self._figure: list[int] = []
        for index, node in enumerate(self._nodes):
            around = self._figure[node.parent] if 0 <= node.parent < index and node.role != "Caption" else -1
            self._figure.append(index if node.role in _INLINE_FIGURES else around)

    def mark(self, tag: int, page: int) -> tuple[str, int]:
        """Open content of an element on a page; returns its role and the mark's number (MCID)."""
        marks = self._marks[page]
        marks.append(tag)
        self._link(tag)
        self._kids[tag].append((page, len(marks) - 1))
        return self._type(tag), len(marks) - 1

    def in_figure(self, tag: int) -> bool:
        """Whether an element is a figure or stands in one."""
        return self._figure[tag] >= 0

    def _in_line(self, index: int) -> bool:
        """Whether a figure stands in the lines of a paragraph."""
        parent = self._nodes[index].parent
        return parent >= 0 and self._nodes[parent].role in _LINED

    def cover(self, tag: int, page: int, box: Box) -> None:
        """Let a figure's box reach around something drawn on the page where it begins."""
        figure = self._figure[tag]
        before = self._boxes.get(figure)
        if before is None:
            self._boxes[figure] = page, box
        elif before[0] == page:
            self._boxes[figure] = page, union(before[1], box)

    def name(self, anchor: str, element: int) -> None:
        """Say which element begins at an anchor."""
        self._named[anchor] = element

    def named(self) -> dict[str, int]:
        """The object numbers of the elements at anchors, once all is written; for one without content, what it is in."""
        return {anchor: self._numbers[self._shown(element)] for anchor, element in self._named.items()}

    def _shown(self, element: int) -> int:
        while not self._linked[element]:
            element = self._nodes[element].parent
        return element

    def _type(self, index: int) -> str:
        """The structure type of an element in the file's version of PDF."""
        role = self._nodes[index].role
        return "FENote" if self._newer and role == "Note" else role

    def annotate(self, tag: int, page: int, annotation: int, target: str = "") -> int:
        """Put a link annotation into the Link element at or around `tag`, or into a new one there.

        Args:
            tag: the element.
            page: index of its page.
            annotation: its object number.
            target: where it leads.

        Returns:
            The index of the Link element.
        """
        element = tag
        while element > 0 and self._nodes[element].role != "Link":
            element = self._nodes[element].parent
        if element <= 0:
            element = len(self._nodes)
            self._nodes.append(Node("Link", max(tag, 0)))
            self._kids.append([])
            self._linked.append(False)
            self._figure.append(-1)
        self._link(element)
        self._annotations.setdefault(element, []).append((page, annotation))
        if target.startswith("#"):
            self._targets.append((element, target[1:]))
        return element

    def _link(self, tag: int) -> None:
        """Hook an element, and those around it, into the tree where it first appears."""
        linked = self._linked
        while not linked[tag]:
            linked[tag] = True
            parent = self._nodes[tag].parent
            self._kids[parent].append(tag)
            tag = parent

    def write(self, table: ObjectTable, pages: Sequence[int], annotation_keys: Sequence[int]) -> int:
        """Write the elements and trees.

        Args:
            table: takes the objects.
            pages: the object number of each page; its index is its key in the ParentTree.
            annotation_keys: the Link element of each annotation; their keys follow those of the pages.

        Returns:
            The object number of the StructTreeRoot.
        """
        for index, node in enumerate(self._nodes):
            if node.role in _KEPT_EMPTY:
                self._link(index)
        self._root = table.reserve()
        self._numbers = [table.reserve() if linked else 0 for linked in self._linked]
        self._space = table.add(f"<</Type/Namespace/NS{text_string(NAMESPACE)}>>") if self._newer else 0
        self._put([index for index, at in enumerate(self._numbers) if at], table, pages)
        self._parent_tree = table.reserve()
        self._trees(table, annotation_keys)
        return self._root

    def fork(self) -> Structure:
        """The same structure once more, for a file that has the same objects and more marks on its pages."""
        other = copy(self)
        other._kids, other._marks = list(map(list, self._kids)), list(map(list, self._marks))  # noqa: SLF001 - it is one of these
        other._linked, other._numbers = list(self._linked), list(self._numbers)  # noqa: SLF001 - likewise
        other._boxes = dict(self._boxes)  # noqa: SLF001 - likewise
        return other

    def rewrite(
        self, before: Structure, table: ObjectTable, pages: Sequence[int], annotation_keys: Sequence[int]
    ) -> None:
        """Write again what differs from the structure that this is a fork of.

        Args:
            before: that structure, as it was written.
            table: the objects that it was written to.
            pages: as for `write`.
            annotation_keys: likewise.
        """
        if self._marks == before._marks:
            return
        fresh = [index for index, linked in enumerate(self._linked) if linked and not self._numbers[index]]
        for index in fresh:
            self._numbers[index] = table.reserve()
        kids = [index for index, kids in enumerate(self._kids) if kids != before._kids[index]]
        boxes = [index for index, box in self._boxes.items() if box != before._boxes.get(index)]
        self._put(sorted({*fresh, *kids, *boxes}), table, pages)
        self._trees(table, annotation_keys)

    def _put(self, which: Sequence[int], table: ObjectTable, pages: Sequence[int]) -> None:
        """Write some elements."""
        numbers = self._numbers
        newer = Newer(self._nodes, self._references()) if self._newer else None
        for index in which:
            more = newer.entries(index, numbers, self._space) if newer else ""
            table.put(numbers[index], self._element(index, numbers, pages, self._root, more))

    def _trees(self, table: ObjectTable, annotation_keys: Sequence[int]) -> None:
        """Write what leads from marks and names to elements, and the root."""
        numbers = self._numbers
        table.put(self._parent_tree, f"<</Nums[{self._parents(numbers, annotation_keys)}]>>")
        named = sorted(
            (node.identifier.encode(), at)
            for node, at in zip(self._nodes, numbers, strict=True)
            if node.identifier and at
        )
        names = "".join(f"{text_string(name.decode())}{reference(at)}" for name, at in named)
        roles = {node.role for node, at in zip(self._nodes, numbers, strict=True) if at}
        mapped = "".join(
            f"/{role}/{plain}" for role, plain in ROLE_MAP.items() if role in roles and not self._space
        )
        table.put(
            self._root,
            f"<</Type/StructTreeRoot/K {reference(numbers[0])}/ParentTree {reference(self._parent_tree)}"
            f"/ParentTreeNextKey {len(self._marks) + len(annotation_keys)}"
            + (f"/IDTree<</Names[{names}]>>" if names else "")
            + (f"/RoleMap<<{mapped}>>" if mapped else "")
            + (f"/Namespaces[{reference(self._space)}]" if self._space else "")
            + ">>",
        )

    def _parents(self, numbers: list[int], annotation_keys: Sequence[int]) -> str:
        parts = [
            f"{page}[{' '.join(f'{numbers[tag]} 0 R' for tag in marks)}]"
            for page, marks in enumerate(self._marks)
        ]
        parts += [
            f"{key} {reference(numbers[element])} "
            for key, element in enumerate(annotation_keys, len(self._marks))
        ]
        return "".join(parts)

    def _references(self) -> list[tuple[int, int]]:
        """Links within the book: the Link element, and the element that it leads to."""
        return [
            (link, self._shown(self._named[anchor]))
            for link, anchor in self._targets
            if anchor in self._named
        ]

    def _element(self, index: int, numbers: list[int], pages: Sequence[int], root: int, more: str) -> str:
        node = self._nodes[index]
        parent = root if index == 0 else numbers[node.parent]
        extra = more
        if node.title:
            extra += f"/T{text_string(node.title)}"
        if node.alt:
            extra += f"/Alt{text_string(node.alt)}"
        if node.language:
            extra += f"/Lang{text_string(node.language)}"
        if node.identifier:
            extra += f"/ID{text_string(node.identifier)}"
        attributes = self._attributes(index)
        if attributes:
            extra += f"/A{attributes}"
        return f"<</S/{self._type(index)}/P {parent} 0 R{extra}{self._children(index, numbers, pages)}>>"

    def _children(self, index: int, numbers: list[int], pages: Sequence[int]) -> str:
        """Write /Pg and /K, as short as they can be: bare marks where all are on one page."""
        kids = self._kids[index]
        if len(kids) == 1 and index not in self._annotations:  # most elements
            kid = kids[0]
            if isinstance(kid, int):
                return f"/K {numbers[kid]} 0 R"
            return f"/Pg {pages[kid[0]]} 0 R/K {kid[1]}"
        own = [kid[0] for kid in kids if isinstance(kid, tuple)]
        kids = sorted(kids, key=self._is_note) if own else sorted(kid for kid in kids if isinstance(kid, int))
        home = own[0] if own else -1
        parts: list[str] = []
        for kid in kids:
            if isinstance(kid, int):
                parts.append(f"{numbers[kid]} 0 R")
            elif kid[0] == home:
                parts.append(str(kid[1]))
            else:
                parts.append(f"<</Type/MCR/Pg {pages[kid[0]]} 0 R/MCID {kid[1]}>>")
        for page, annotation in self._annotations.get(index, ()):
            parts.append(f"<</Type/OBJR/Pg {pages[page]} 0 R/Obj {annotation} 0 R>>")
        where = f"/Pg {pages[home]} 0 R" if own else ""
        if not parts:
            return where
        return f"{where}/K {parts[0]}" if len(parts) == 1 else f"{where}/K[{' '.join(parts)}]"

    def _is_note(self, kid: _Kid) -> bool:
        return isinstance(kid, int) and self._nodes[kid].role == "Note"

    def _attributes(self, index: int) -> str:
        node = self._nodes[index]
        if node.role in {"TH", "TD"}:
            scope = f"/Scope/{node.scope}" if node.role == "TH" and node.scope else ""
            across = f"/ColSpan {node.column_span}" if node.column_span > 1 else ""
            return f"<</O/Table{scope}{across}>>" if scope or across else ""
        if node.role == "L" and node.numbering:
            numbering = node.numbering
            if self._newer and numbering == "None":
                numbering = (
                    "Unordered"  # where items have labels, None is not allowed (ISO 14289-2, 8.2.5.25)
                )
            elif not self._newer and numbering in _NEWER_NUMBERING:
                numbering = "None"
            return f"<</O/List/ListNumbering/{numbering}>>"
        if self._newer and node.role == "Note":
            return "<</O/FENote/NoteType/Footnote>>"
        if index in self._boxes:
            box = " ".join(map(number, self._boxes[index][1]))
            placement = "Inline" if self._in_line(index) else "Block"
            return f"<</O/Layout/Placement/{placement}/BBox[{box}]>>"
        return ""
