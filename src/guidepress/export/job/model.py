"""A job as its file describes it: the records that a job file is decoded to."""

from typing import Literal, TypeAlias

from guidepress.base.diagnostics import Span
from guidepress.base.record import field, record

__all__ = [
    "CATALOGUE_FILES",
    "ClassJob",
    "Files",
    "JobLayout",
    "JobPress",
    "JobRoster",
    "Order",
    "Padding",
    "Personal",
]

Personal: TypeAlias = Literal["name", "class", "seat", "number", "code", "version"]
Order: TypeAlias = Literal["student", "roster", "seat", "version", "page"]
Padding: TypeAlias = Literal["none", "duplex", "2", "4"]
Files: TypeAlias = Literal["volumes", "copies", "both"]

CATALOGUE_FILES = ("catalogue.pdf", "index.json", "index.csv")
"""What `catalogue: true` makes besides."""


@record
class JobLayout:
    """A layout to print in, and what is changed of it."""

    layout: str = field(metadata={"short": True})
    """A stock layout's name, or the path of a layout file. May stand alone, without its key."""
    paper: str = ""
    """The paper, instead of the layout's own."""
    sets: dict[str, str] = field(default_factory=dict, metadata={"key": "set"})
    """Keys of the layout, joined by dots, and values for them."""
    versions: int = 0
    """So many versions of its quiz; else the job's, else the layout's own."""
    seed: int = 0
    """What its versions are shuffled by; else the job's, else the layout's own."""
    span: Span = Span("", 0, 0)


@record
class JobRoster:
    """Who gets a copy."""

    file: str = field(metadata={"short": True})
    """A roster, as `guidepress roster` reads it. May stand alone, without its key."""
    classes: tuple[str, ...] = field(default=(), metadata={"key": "class", "one_or_many": True})
    """Of these classes only; of a list without classes, what the class is called."""
    encoding: str = ""
    """Encoding of a text file, where it is found out wrongly."""
    sheet: str = ""
    """Sheet of a workbook, where several hold names."""
    span: Span = Span("", 0, 0)


@record
class JobPress:
    """Which printer's files are made of each guide, and what is ordered of it."""

    printer: str = field(metadata={"short": True})
    """A printer that guidepress knows, or the path of a printer's file. May stand alone, without its key."""
    trim: str = ""
    """A trim of the printer; the layout's own page if nothing is said."""
    paper: str = ""
    """A paper of the printer; its usual one if nothing is said, and likewise the three below."""
    ink: str = ""
    """An ink of the printer."""
    binding: str = ""
    """A binding of the printer."""
    finish: str = ""
    """Of the cover."""
    bleed: bool = False
    """The interior runs over the edges."""
    isbns: dict[str, str] = field(default_factory=dict)
    """ISBNs by the names of guide files, without their endings; else each guide's own."""
    price: str = ""
    """Five digits beside each barcode."""
    standard: Literal["", "plain", "x1a", "x1a-2003", "x4"] = ""
    """What the files are to be; the printer's usual if nothing is said."""
    condition: str = ""
    """The printing condition that a standard names."""
    icc: str = ""
    """The profile of the press, a file."""
    zones: bool = False
    """Each cover again, with the printer's zones drawn over it."""
    digital: bool = False
    """A copy for screens of each book."""
    span: Span = Span("", 0, 0)


@record
class ClassJob:
    """A job: guides, layouts, and the class that they are for."""

    format: Literal["1"]
    """The version of this format."""
    guides: tuple[str, ...] = field(metadata={"one_or_many": True})
    """Guide files; `*` and `**` stand for any names and folders. Relative to the job file."""
    layouts: tuple[JobLayout, ...] = field(
        default=(JobLayout("study-guide"),), metadata={"one_or_many": True}
    )
    """Layouts; every guide is printed in each."""
    paper: str = ""
    """The paper of all layouts that name none: a4, letter …; else each layout's own."""
    title: str = ""
    """What cover sheets call the job; the name of its file if nothing is said."""
    roster: JobRoster | None = None
    """Who gets a copy; without it each guide is printed once."""
    copies: int = 0
    """Without a roster: so many copies that bear no name."""
    versions: int = 0
    """So many versions of each quiz, A, B, C …; neighbours get different ones."""
    seed: int = 0
    """What versions are shuffled by; the same seed makes the same versions."""
    personalise: tuple[Personal, ...] = field(
        default=("name", "class", "code"), metadata={"one_or_many": True}
    )
    """What a copy says of its pupil, and nothing else: name, class, seat, number, version, and a code on every page."""
    order: Order = "student"
    """Order of copies: by name, as in the roster, by seat, by version; or `page`: first sheets of all, then the next."""
    padding: Padding = "duplex"
    """Fill each copy up with blank pages: `duplex` so that the next begins on a fresh sheet, or to 2 or 4 pages."""
    volumes: int = 0
    """At most so many copies in a file; 0 is a class."""
    files: Files = "volumes"
    """Volumes to print, a file for each pupil, or both."""
    tagged: bool = False
    """Volumes that are accessible books themselves; they are as large as all their copies."""
    keys: bool = True
    """A key for each version of a test, as a file of its own."""
    cover_sheets: bool = True
    """A sheet for the copy room with each class: counts, paper, edges, staples."""
    answer_sheets: bool = False
    """A sheet of boxes with each test that a scanner can read back, in place of the layout's own; and what is where."""
    output: str = ""
    """Folder for all that is made, relative to the job file; its name if nothing is said."""
    name: str = ""
    """Names of files: {guide}, {layout}, {class}, {version}, {code}, {part}; and {name}, {number}, {seat} if you ask for
    them. Each kind of file has a name of its own if nothing is said."""
    standards: tuple[Literal["ua1", "2a"], ...] = field(default=(), metadata={"one_or_many": True})
    """Standards that files for pupils and screens must meet, instead of the layout's own."""
    catalogue: bool = False
    """A catalogue of all guides that are printed whole: catalogue.pdf, index.json, index.csv."""
    collections: Literal["", "genre", "form", "audience", "category", "language", "theme", "author"] = ""
    """What the collections of the catalogue have in common; one list of all if nothing is said."""
    press: JobPress | None = None
    """Interior, cover and ticket of each guide for a printer, in a folder of their own."""
    address: str = ""
    """Where the files will be had, for links in the catalogue: https://books.example/2027."""
