"""In: a file or package of QTI of any version, or a Common Cartridge. Out: its questions, guesses and losses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.base.diagnostics import FaultsFound, Span, fault
from guidepress.base.record import replace
from guidepress.exchange.doors import expect, open_archive, parse_xml
from guidepress.exchange.quiz.model import Quiz
from guidepress.exchange.quiz.naming import filed, with_tags
from guidepress.exchange.quiz.packages.elements import children, name_of, plainly_named, text_of, words_of
from guidepress.exchange.quiz.packages.manifest import read_manifest
from guidepress.exchange.quiz.packages.unpacking import Unpacked
from guidepress.exchange.quiz.qti1.reading import read_question
from guidepress.exchange.quiz.qti2.reading import read_items
from guidepress.exchange.quiz.qti2.tests import read_test
from guidepress.exchange.report import Imported

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

    from guidepress.exchange.doors import Archive
    from guidepress.guide.model import Question

__all__ = ["read_qti"]

_WANTED = "a QTI file, a QTI package or a Common Cartridge"


def read_qti(name: str, data: bytes) -> Imported[Quiz]:
    """Read a file or a package.

    Raises:
        FaultsFound: there is nothing to read, and why.
    """
    kind = expect(data, name, ("package", "zip", "xml"), _WANTED)
    if kind == "xml":
        reading = _Reading(Unpacked())
        parsed = parse_xml(data, name)
        plainly_named(parsed.root)
        for mend in parsed.mends:
            reading.kept.place = f"line {mend.line}"
            reading.kept.guess("a slip of the file", mend.what)
        reading.alone(parsed.root)
    else:
        archive = open_archive(data, name)
        reading = _Reading(Unpacked(archive))
        reading.package(archive)
    return reading.finished(name)


class _Reading:
    """Goes through the files and keeps what it finds."""

    def __init__(self, kept: Unpacked) -> None:
        self.kept = kept
        self._questions: list[Question] = []
        self._broken: list[FaultsFound] = []
        self._title = ""

    def package(self, archive: Archive) -> None:
        """Read all files that hold questions: those of a test in its order, then the others."""
        manifest = read_manifest(archive)
        self._title = manifest.title
        roots = {name: root for name in manifest.files if (root := self._opened(archive, name)) is not None}
        placed = {
            each.name: each.category
            for name, root in roots.items()
            if name_of(root) == "assessmentTest"
            for each in read_test(root, name, archive)
        }
        for name, root in roots.items():
            self.kept.beside = name
            self._around(root)
        for name in archive.names:
            if name.endswith("assessment_meta.xml") and (meta := self._opened(archive, name)) is not None:
                self._around(meta)
        order = [*(name for name in placed if name in roots), *(name for name in roots if name not in placed)]
        for name in order:
            self.kept.beside = name
            self.file(roots[name], placed.get(name, ""), manifest.tags.get(name, ()))

    def alone(self, root: _Element) -> None:
        """Read a file that stands by itself."""
        self._around(root)
        self.file(root, "", ())

    def file(self, root: _Element, category: str, tags: tuple[str, ...]) -> None:
        """Read the questions of one file."""
        if name_of(root) == "assessmentItem":
            self.kept.place = f"item {root.get('title') or root.get('identifier') or self.kept.beside}"
            found = read_items(root, self.kept)
            self._questions += [replace(with_tags(each, tags), category=category) for each in found]
        elif name_of(root) == "questestinterop":
            for folder, number, item in _items(root):
                title = item.get("title") or item.get("ident") or ""
                self.kept.place = f"item {number}{f' ({title})' if title else ''}"
                read = read_question(item, self.kept)
                if read is not None:
                    self._questions.append(replace(read, category="/".join(folder)))

    def _around(self, root: _Element) -> None:
        """Tell of texts that stand about the questions of a test: a guide has no place for them."""
        if name_of(root) not in {"questestinterop", "assessmentTest", "quiz"}:
            return
        self.kept.place = f"test {root.get('title')}" if root.get("title") else "the test"
        for element in root.iter(
            "presentation_material", "rubric", "objectives", "rubricBlock", "description"
        ):
            words = " ".join(self.kept.text(text_of(element)).source.split())
            if words:
                self.kept.lose(f'the text "{words[:60]}{"…" if len(words) > 60 else ""}" about all questions')

    def finished(self, name: str) -> Imported[Quiz]:
        """The quiz; a file of the package that could not be read is a loss, unless there is nothing else."""
        if not self._questions and self._broken:
            raise self._broken[0]
        for problem in self._broken:
            first = problem.diagnostics[0]
            self.kept.place = str(first.span or name)
            self.kept.lose("a file of questions", first.message, whole=True)
        if not self._questions and not any(loss.whole for loss in self.kept.losses):
            message = f"There is no question in {name}."
            raise fault("no-questions", message, f"Name {_WANTED} that has some.", Span(name, 1, 1))
        stem = name.rpartition("/")[2].rpartition(".")[0]
        title, questions = filed(self._questions, self._title or stem)
        quiz = Quiz(title, questions, tuple(self.kept.pictures.values()))
        return Imported(quiz, tuple(self.kept.guesses), tuple(self.kept.losses))

    def _opened(self, archive: Archive, name: str) -> _Element | None:
        try:
            parsed = parse_xml(archive.read(name), f"{archive.file}/{name}")
        except FaultsFound as problem:
            self._broken.append(problem)
            return None
        plainly_named(parsed.root)
        for mend in parsed.mends:
            self.kept.place = f"{name}, line {mend.line}"
            self.kept.guess("a slip of the file", mend.what)
        return parsed.root


def _items(root: _Element) -> Iterator[tuple[tuple[str, ...], int, _Element]]:
    """The items below a root of QTI 1.2, each with its folder and its number."""
    for number, element in enumerate(root.iter("item"), 1):
        folder: list[str] = []
        for above in element.iterancestors("assessment", "objectbank", "section"):
            title = above.get("title") or ""
            if name_of(above) == "objectbank":
                title = title or _bank_title(above)
            if title and title not in folder:
                folder.insert(0, title.replace("/", "//"))
        yield tuple(folder), number, element


def _bank_title(bank: _Element) -> str:
    for area in children(bank, "qtimetadata"):
        for field in area.iter("qtimetadatafield"):
            parts = [words_of(each) for each in field]
            if parts[:1] == ["bank_title"] and len(parts) > 1:
                return parts[1]
    return ""
