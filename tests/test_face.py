"""The public face: exactly these names, each with its signature, imported when first used and by nothing inside."""

from __future__ import annotations

import ast
import inspect
import pkgutil
import re
import subprocess
import sys
import types
from importlib import import_module, metadata
from pathlib import Path

import pytest

import guidepress
from guidepress.base import diagnostics

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "src/guidepress"
FACE = ast.parse((PACKAGE / "__init__.py").read_text(encoding="utf-8"))

SEEN_ELSEWHERE = {"Guide", "Layout", "Printer"}
"""Their fields are the keys of the formats, which docs/guide-format.md, docs/layouts.md and `guidepress printers show` list."""


def signature(name: str) -> str:
    """A name with its signature, as its source has it; a record with its fields."""
    value = getattr(guidepress, name)
    if isinstance(value, type) and issubclass(value, Exception):
        return f"{name}: an exception"
    if isinstance(value, type) and "__annotations__" in vars(value) and name not in SEEN_ELSEWHERE:
        return f"{name}: {', '.join(f'{field}: {kind}' for field, kind in value.__annotations__.items())}"
    if isinstance(value, types.FunctionType) or name == "Tools":
        plain = re.sub(r"<function (\w+) at \w+>", r"\1", str(inspect.signature(value)))
        return name + re.sub(r"(: |-> )'([^']*)'", r"\1\2", plain)
    return f"{name}: {value}" if isinstance(value, types.UnionType) else name


EXPORTED = """\
Built: document: Document, book: Book, pdf: bytes, report: Report | None
Creep: caliper: int, total: int, moves: Literal['inside', 'outside']
Diagnostic: severity: Severity, code: str, message: str, hint: str, span: Span | None
FaultsFound: an exception
FileWish: standard: str, condition: str, profile: OutputProfile | None
Guide
GuidepressError: an exception
HandedCopy: name: str, title: str, book: Book, pdf: bytes, report: Report | None
Imposed: pdf: bytes, plan: SheetPlan, diagnostics: tuple[Diagnostic, ...], left_behind: tuple[str, ...]
Isbn: digits: str, old: str
Job: scheme: str, sheet: tuple[int, int] | None, up: int, signature: int, sides: int | None, flip: Literal['long', 'short'], rtl: bool, last: int, scale: Literal['fit', 'none'], gutter: int | None, margin: int, creep: Creep, marks: PrinterMarks, slug: str, blank_after: tuple[int, ...]
Layout
LayoutChoice: source: Readable, sets: Sets, root: Path | None
LeftOut: section: str, what: str, count: int, of: int, reason: str
MergePart: path: Path, title: str, password: str, data: bytes | None, leads: bool
MergePlan: title: str, labels: PageLabelling, contents: bool, cover: str, each_on_recto: bool, multiple_of: int, passwords: tuple[str, ...], layout: str
Merged: path: Path, size: int, pages: int, parts: tuple[tuple[str, int], ...], blanks: tuple[int, ...], claims: tuple[str, ...], diagnostics: tuple[Diagnostic, ...]
Parted: document: Document, book: Book, copies: tuple[HandedCopy, ...], unparted: tuple[str, ...]
PreflightJob: printer: Printer, spec: PressSpec | None, choice: PressChoice, cover: bool, pages: int, password: str
PreflightReport: name: str, printer: str, cover: bool, pages: int, taken: tuple[str, ...], findings: tuple[PreflightFinding, ...], checked: tuple[Checked, ...], not_checked: tuple[Unchecked, ...]
Prepared: files: tuple[PressFile, ...], settled: SettledBook, geometry: CoverGeometry, proofs: Proofs, diagnostics: tuple[Diagnostic, ...]
PressChoice: trim: str, paper: str, ink: str, binding: str, finish: str, bleed: bool, spine: int | None
PressFile: name: str, data: bytes
PressJob: guide: Guide, look: LayoutChoice, spec: PressSpec, isbn: Isbn | None, price: str, files: FileWish, zones: bool, digital: bool, magnification: int | None
PressSpec: printer: Printer, trim: Trim, paper: Paper, ink: InkKind, binding: Binding, finish: CoverFinish, bleed: bool, spine: int | None
Printer
PrinterMarks: kinds: frozenset[str], length: int, weight: int, offset: int | None
Readable: pathlib.Path | str | bytes | collections.abc.Mapping[str, object]
Report: pages: int, checks: tuple[str, ...], diagnostics: tuple[Diagnostic, ...], claims: tuple[str, ...]
Severity
Span: file: str, line: int, column: int, keys: str
Stamp: text: str, where: Literal['footer', 'header', 'watermark', 'corner'], pages: frozenset[int], size: int | None, colour: Colour, opacity: float
Stamped: pdf: bytes, pages: int, diagnostics: tuple[Diagnostic, ...]
StandardsMissing: an exception
Tools(layout: Layout, finish: Finish = finish_here) -> None
__version__
build(guide: Guide | Readable, layout: Layout | Readable = 'study-guide', *, tools: Tools | None = None, check: bool = True) -> Built
build_parts(guide: Guide | Readable, layout: Layout | Readable = 'exam', *, tools: Tools | None = None, check: bool = True) -> Parted
check(guide: Readable, layout: Layout | Readable = 'study-guide', *, name: str = 'guide', folder: Path | None = None, root: Path | None = None) -> tuple[Diagnostic, ...]
impose(pdf: bytes, job: Job, *, file: str = 'The file', password: str = '') -> Imposed
load_guide(source: Readable, *, name: str = 'guide', folder: Path | None = None, root: Root | Path | None = None) -> Guide
load_layout(layout: Readable, *, paper: str | None = None, sets: tuple[tuple[str, str], ...] = (), name: str = 'layout', root: Root | Path | None = None) -> Layout
load_printer(printer: str | Path, root: Root | Path | None = None) -> Printer
merge(sources: Sequence[MergePart | Path | str], output: Path, plan: MergePlan | None = None, *, progress: Progress | None = None, check: bool = True) -> Merged
order(printer: Printer, choice: PressChoice) -> PressSpec
preflight(pdf: bytes, job: PreflightJob, *, name: str = 'The file') -> PreflightReport
prepare(job: PressJob) -> Prepared
read_isbn(text: str, span: Span | None = None) -> Isbn
stamp(pdf: bytes, what: Stamp, *, file: str = 'The file', password: str = '', strip_active: bool = False) -> Stamped
verify(pdf: bytes, expectation: Expectation | None = None, *, password: str = '') -> Report
"""


def test_these_names_are_exported_with_these_signatures() -> None:
    assert "\n".join(map(signature, guidepress.__all__)) == EXPORTED.strip()


def test_a_built_book_says_this_of_itself() -> None:
    said = {name for name, value in vars(guidepress.Built).items() if isinstance(value, property)}
    assert said == {"diagnostics", "left_out", "pages", "reading_time"}


def test_type_checkers_see_what_programs_get() -> None:
    (block,) = (
        node for node in FACE.body if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"
    )
    seen = {
        alias.asname or alias.name: (node.module, alias.name)
        for node in block.body
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
    }
    homes = guidepress._HOMES
    given = {
        name: (f"guidepress.{room}", guidepress._ROOM_NAMES.get(name, name)) for name, room in homes.items()
    }
    assert seen == given
    assert {*given, "__version__"} == set(guidepress.__all__)


def test_the_version_is_that_of_the_package() -> None:
    assert guidepress.__version__ == metadata.version("guidepress")


def test_importing_the_face_imports_no_room() -> None:
    code = (
        "import sys; before = set(sys.modules); import guidepress; "
        "print(sorted(set(sys.modules) - before - {'guidepress', 'types', '__future__'}))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


def test_functions_keep_their_names_where_rooms_have_the_same() -> None:
    for room in ("build", "verify"):
        assert isinstance(import_module(f"guidepress.{room}"), types.ModuleType)
        assert isinstance(getattr(guidepress, room), types.FunctionType)


def test_what_is_not_there_is_said() -> None:
    with pytest.raises(AttributeError, match="module 'guidepress' has no attribute 'nothing'"):
        guidepress.nothing  # type: ignore[attr-defined] # noqa: B018 - the look-up is the test
    assert set(guidepress.__all__) <= set(dir(guidepress))


def imports(path: Path) -> list[tuple[str, str]]:
    """What a file imports from the package: (module, name)."""
    found = []
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.split(".")[0] == "guidepress":
            found += [(node.module, alias.name) for alias in node.names]
        elif isinstance(node, ast.Import):
            found += [(alias.name, "") for alias in node.names if alias.name == "guidepress"]
    return found


def test_nothing_below_the_command_line_imports_the_face() -> None:
    below = [path for path in PACKAGE.rglob("*.py") if "cli" not in path.relative_to(PACKAGE).parts]
    assert len(below) > 250
    assert [path for path in below if any(module == "guidepress" for module, _ in imports(path))] == []


def test_the_command_line_takes_from_the_face_what_the_face_has() -> None:
    files = list((PACKAGE / "cli").rglob("*.py"))
    found = [(path.name, name) for path in files for module, name in imports(path) if module == "guidepress"]
    assert {
        "build",
        "check",
        "impose",
        "load_guide",
        "load_layout",
        "merge",
        "prepare",
        "preflight",
        "stamp",
        "verify",
    } <= {name for _, name in found}
    past = [
        (path.name, name)
        for path in files
        for module, name in imports(path)
        if module == f"guidepress.{guidepress._HOMES.get(name)}"
    ]
    assert past == []


def test_every_error_stands_in_the_one_tree() -> None:
    for module in pkgutil.walk_packages(guidepress.__path__, "guidepress."):
        if not module.name.endswith("__main__"):
            import_module(module.name)
    tree = diagnostics.__doc__ or ""
    drawn = re.findall(r"^    (?:[├└]── )?(\w+)", tree, re.MULTILINE)
    made: list[type[Exception]] = [guidepress.GuidepressError, *guidepress.GuidepressError.__subclasses__()]
    assert sorted(drawn) == sorted(error.__name__ for error in made)
    assert all(not error.__subclasses__() for error in made[1:]), "the tree has two storeys"
