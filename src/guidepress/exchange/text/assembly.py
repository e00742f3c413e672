"""In: files that were read. Out: one guide as keys and values, its pictures, and all that was guessed and left out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from guidepress.base.record import record
from guidepress.base.yaml_writing import Remarked
from guidepress.exchange.report import Imported
from guidepress.exchange.text.front import author_of, find_author, language_of, take_title
from guidepress.exchange.text.gathered import Gathered
from guidepress.exchange.text.headings import section_named, unit_named, unit_part_named, unit_words
from guidepress.exchange.text.outline import Branch, outlined
from guidepress.exchange.text.sections import HANDLERS
from guidepress.exchange.text.sections.quizzed import with_keys
from guidepress.exchange.text.sections.quotes import name_speakers
from guidepress.exchange.text.units import add_unit
from guidepress.guide.names import slug

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from guidepress.base.yaml_writing import Writable
    from guidepress.exchange.text.source import SourceBlock, SourcePicture, SourceText

__all__ = ["GuideDraft", "assembled"]

_NAMED = {"characters": "name", "themes": "name", "symbols": "name", "units": "title", "sections": "title"}
"""Lists whose entries are known by a name, and the key of the name."""

_TITLE = 90
"""Signs of the longest title."""

UNKNOWN = "Unknown"
"""The author of a work that no file names."""

TO_WRITE = "Say here in two or three paragraphs what the work is and why it matters."


@record
class GuideDraft:
    """A guide as it is to be written.

    Attributes:
        values: by key, in the order of the format.
        pictures: to be written beside it.
    """

    values: dict[str, Writable]
    pictures: tuple[SourcePicture, ...] = ()


def assembled(sources: Sequence[SourceText], given: Mapping[str, str]) -> Imported[GuideDraft]:
    """Make a guide.

    Args:
        sources: the files, in order; of several, one that names no section is a unit.
        given: title, author and language where somebody has said what they are.
    """
    gathered = Gathered(several=len(sources) > 1)
    for source in sources:
        gathered.enter(source)
        for key, value in source.said.items():
            gathered.words.setdefault(key, value)
        root = outlined([block for block in source.blocks if block.text or block.kind == "rule"])
        if len(sources) > 1 and not _has_sections(root):
            _whole_unit(root, source, gathered)
        else:
            _place_all(root, gathered)
    blocks = [block for source in sources for block in source.blocks]
    _say(sources, blocks, given, gathered)
    name_speakers(gathered.entries("quotes"), gathered.entries("characters"))
    _complete(gathered)
    values: dict[str, Writable] = {"format": 1, **_with_ids(gathered.ordered())}
    pictures = {picture.name: picture for source in sources for picture in source.pictures}
    draft = GuideDraft(values, tuple(pictures.values()))
    return Imported(draft, tuple(gathered.guesses), tuple(gathered.losses))


def _has_sections(root: Branch) -> bool:
    return any(_known(branch.name) for branch in root.walk() if branch.heading)


def _known(name: str) -> bool:
    return bool(section_named(name) and not unit_part_named(name)) or unit_named(name) is not None


def _whole_unit(root: Branch, source: SourceText, gathered: Gathered) -> None:
    """A file by itself is a unit; it is called as its title, its only first heading or its name says."""
    stem = re.sub(r"[\W_]+", " ", source.file.rpartition("/")[2].rpartition(".")[0]).strip()
    titles = [block for block in root.blocks if block.kind == "title"]
    top = root.children[0] if len(root.children) == 1 and not root.blocks else None
    if top is not None and top.heading and not unit_part_named(top.name):
        add_unit(top, unit_named(top.name), gathered)
        return
    title = titles[0].plain if titles else re.sub(r"^\d+\s+(?=\D)", "", stem)
    rest = Branch(None, tuple(block for block in root.blocks if block.kind != "title"), root.children)
    gathered.guess(
        titles[0] if titles else None, "title of a unit", title, "likely" if titles else "doubtful"
    )
    add_unit(rest, None, gathered, title=title)


def _place_all(root: Branch, gathered: Gathered) -> None:
    blocks, children = list(root.blocks), list(root.children)
    first = children[0] if children else None
    titled = any(block.kind == "title" for block in blocks)
    if first and first.heading and not titled and not _known(first.name) and "title" not in gathered.words:
        alone = len(children) == 1 and first.children
        if alone or not (first.blocks or first.children):
            take_title(first.heading, gathered)
            blocks += first.blocks
            children = [*first.children, *children[1:]]
    _place_front(blocks, gathered)
    for child in with_keys(children):
        _place(child, gathered, "")


def _place_front(blocks: Iterable[SourceBlock], gathered: Gathered) -> None:
    """What stands above the first section: title, author, and text that is taken for the overview."""
    rest: list[SourceBlock] = []
    listed = list(blocks)
    if len(listed) > 1 and _may_be_title(listed[0]) and "title" not in gathered.words:
        take_title(listed.pop(0), gathered)
    for block in listed:
        author = author_of(block) if block.kind in {"paragraph", "title"} else ""
        if author and "author" not in gathered.words:
            gathered.words["author"] = author
            gathered.guess(block, "author", block.plain)
        elif block.kind == "title" and section_named(block.plain) == "contents":
            gathered.lose(block, block.plain, "contents are made anew")
        elif block.kind == "title" and "title" not in gathered.words:
            take_title(block, gathered)
        else:
            rest.append(block)
    text = gathered.text(rest)
    if text:
        gathered.put("overview", text, gathered.guess(rest[0], "overview: text above the first section", ""))


def _may_be_title(block: SourceBlock) -> bool:
    """Whether the first lines of a file are its title: short, and no sentence."""
    short = (
        block.kind == "paragraph"
        and len(block.plain) <= _TITLE
        and "\n" not in block.text
        and "[" not in block.text
    )
    return short and not author_of(block) and re.search(r"[.,;:?!…]$", block.plain) is None


def _place(branch: Branch, gathered: Gathered, part: str) -> None:
    key, unit = section_named(branch.name), unit_named(branch.name)
    if key == "units" or _is_part(branch):
        _place_units(branch, gathered, part if key == "units" else branch.name)
    elif unit is not None and not key:
        add_unit(branch, unit, gathered, part=part)
    elif key:
        if not HANDLERS[key](branch, gathered):
            _keep(branch, gathered, f"its shape is not plainly that of {key}")
    elif any(_known(each.name) for each in branch.walk() if each is not branch):
        own = gathered.text(branch.blocks, first=branch.heading)
        if own:
            gathered.keep(branch.name, own, branch.heading, "no key of a guide is called so")
        else:
            gathered.lose(
                branch.heading, branch.name, "a heading over sections that have headings of their own"
            )
        for child in with_keys(branch.children):
            _place(child, gathered, part)
    else:
        _keep(branch, gathered, "no key of a guide is called so")


def _is_part(branch: Branch) -> bool:
    """Whether units stand under the heading of a part."""
    return unit_named(branch.name) is not None and any(unit_named(child.name) for child in branch.children)


def _place_units(branch: Branch, gathered: Gathered, part: str) -> None:
    text = gathered.text(branch.blocks, first=branch.heading)
    if text:
        gathered.keep(branch.name, text, branch.heading, "it leads the units")
    else:
        gathered.guess(branch.heading, "heading of the units", branch.name)
    for child in branch.children:
        if _is_part(child):
            _place_units(child, gathered, child.name)
        else:
            add_unit(child, unit_named(child.name), gathered, part=part)


def _keep(branch: Branch, gathered: Gathered, why: str) -> None:
    text = gathered.text(branch.flat(), first=branch.heading)
    if text:
        gathered.keep(branch.name, text, branch.heading, why)
    else:
        gathered.lose(branch.heading, branch.name, "a heading with nothing under it")


def _say(
    sources: Sequence[SourceText], blocks: Sequence[SourceBlock], given: Mapping[str, str], gathered: Gathered
) -> None:
    """Title, author, language and what units are called: as somebody said, as the file says, or as a guess."""
    words = {**gathered.words, **{key: value for key, value in given.items() if value}}
    remarks = {
        each.what.partition(",")[0]: f"{each.confidence}: {each.what} ({each.place})"
        for each in gathered.guesses
        if each.what.partition(",")[0] in {"title", "author", "subtitle", "title strip"} and each.place
    }
    if "title" not in words and words.get("filed_title"):
        words["title"] = words["filed_title"]
        remarks["title"] = gathered.guess(
            None, "title, from the properties of the file", words["title"], "doubtful"
        )
    if "title" not in words:
        words["title"] = (
            re.sub(r"[\W_]+", " ", sources[0].file.rpartition("/")[2].rpartition(".")[0]).strip()
            or "Untitled"
        )
        remarks["title"] = gathered.guess(
            None, "title, from the name of the file", words["title"], "doubtful"
        )
    if "author" not in words:
        by = find_author(blocks)
        words["author"] = by[0] if by else UNKNOWN
        what = "author, the first name behind “by”" if by else "author: no file names one; write it here"
        remarks["author"] = gathered.guess(by[1] if by else None, what, words["author"], "doubtful")
    if "language" not in words:
        words["language"], sure = language_of(blocks)
        if words.get("locale", "").partition("-")[0] == words["language"]:
            words["language"] = words["locale"]
        what = "language, by the words of the text"
        remarks["language"] = gathered.guess(None, what, words["language"], "likely" if sure else "doubtful")
    if gathered.has("units"):
        named = words.get("unit_name") or next(iter(unit_words(words["language"])), "chapter")
        words["unit_name"] = named.capitalize() if named.isupper() else named[:1].upper() + named[1:]
        remarks["unit_name"] = gathered.guess(None, "what a unit is called", words["unit_name"])
    for key in ("title", "author", "subtitle", "language", "unit_name"):
        if words.get(key):
            gathered.put(key, words[key], "" if given.get(key) else remarks.get(key, ""))
    work: dict[str, Writable] = {
        key: words[key] for key in ("category", "form", "audience", "published") if words.get(key)
    }
    if work:
        gathered.nest("work", work, remarks.get("title strip", ""))


def _complete(gathered: Gathered) -> None:
    """A guide has an overview, a plot or units: where no heading named one, the first section stands for it."""
    if any(gathered.has(key) for key in ("overview", "plot", "units")):
        return
    sections = gathered.entries("sections")
    first = sections.pop(0) if sections else None
    entry = first.value if isinstance(first, Remarked) else None
    if isinstance(entry, dict):
        remark = gathered.guess(
            None, "overview: the first section, as no heading named one", str(entry["title"]), "doubtful"
        )
        gathered.put("overview", f"## {entry['title']}\n\n{entry['text']}", remark)
    else:
        gathered.put(
            "overview",
            TO_WRITE,
            gathered.guess(None, "overview: there is none; write it here", TO_WRITE, "doubtful"),
        )


def _with_ids(values: dict[str, Writable]) -> dict[str, Writable]:
    """Give entries of one name ids of their own."""
    for key, name in _NAMED.items():
        found = values.get(key)
        entries = found.value if isinstance(found, Remarked) else found
        taken: dict[str, int] = {}
        for each in entries if isinstance(entries, list) else ():
            entry = each.value if isinstance(each, Remarked) else each
            if isinstance(entry, dict):
                _identify(entry, slug(str(entry[name])), name, taken)
    return values


def _identify(entry: dict[str, Writable], stem: str, name: str, taken: dict[str, int]) -> None:
    """Give an entry an id that none has; of each that is taken, the number that was tried for it last."""
    if not stem:
        return
    made, number = stem, taken.get(stem, 1)
    while made in taken:
        number += 1
        made = f"{stem}-{number}"
    taken[made] = taken.get(made, 1)
    taken[stem] = number
    if made != stem:
        rest = {key: value for key, value in entry.items() if key != name}
        own = entry[name]
        entry.clear()
        entry.update({name: own, "id": made, **rest})
