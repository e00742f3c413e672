"""A pack as its file describes it: the records that a pack file is decoded to."""

from typing import Literal

from guidepress.base.record import field, record

__all__ = ["Pack", "PackItem"]


@record
class PackItem:
    """One part of a pack: a guide to be built, a finished PDF, or a divider. One of the three must be given."""

    file: str = field(default="", metadata={"short": True})
    """A PDF file, or a guide; relative to the pack file. May stand alone, without its key."""
    guide: str = ""
    """A guide, built first if its PDF is missing or older than it."""
    divider: str = ""
    """A page that bears this title, and leads the parts after it up to the next divider."""
    title: str = ""
    """Name in outline and contents, instead of the file's own."""
    layout: str = ""
    """Layout of this guide, instead of the pack's."""
    paper: str = ""
    """Paper of this guide, instead of the pack's."""
    password: str = ""
    """Opens an encrypted PDF."""


@record
class Pack:
    """A pack as its file describes it."""

    format: Literal["1"]
    """The version of this format."""
    title: str
    """Title of the pack."""
    parts: tuple[PackItem, ...]
    """Guides, PDF files and dividers, in order."""
    output: str = ""
    """The file to write, relative to the pack file; its name with .pdf if nothing is said."""
    cover: str = ""
    """A cover with this text in front."""
    contents: bool = False
    """A contents page in front."""
    labels: Literal["keep", "continue", "none"] = "keep"
    """Page labels as in the files, counted through, or none."""
    each_on_recto: bool = False
    """Every part begins on a right-hand page."""
    multiple_of: int = 1
    """Every part is filled up to a multiple of so many pages."""
    layout: str = "study-guide"
    """Layout of the guides, and of cover, contents and dividers."""
    paper: str = ""
    """Paper of the guides; the layout's own if nothing is said."""
    built: str = "output"
    """Folder for the PDFs of guides, relative to the pack file."""
