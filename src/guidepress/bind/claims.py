"""In: what each input says of itself. Out: what the pack may say, and for each standard that is lost, by whom and why."""

from __future__ import annotations

import html
import re
from contextlib import suppress
from typing import TYPE_CHECKING

from guidepress.base.diagnostics import Diagnostic
from guidepress.base.record import record
from guidepress.bind.forms import fields_of
from guidepress.cos import Malformed, Ref
from guidepress.cos.text import text_of
from guidepress.verify.claims import claims_in, packet_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from guidepress.cos import File, Value
    from guidepress.cos.values import Dictionary

__all__ = ["Facts", "keep_claims", "read_facts"]

_DATE = re.compile(r"D:(\d{4})(\d\d)?(\d\d)?(\d\d)?(\d\d)?(\d\d)?(?:(Z)|([+-])(\d\d)'?(\d\d)?)?")
_ARCHIVAL = re.compile(r"PDF/A-([23])([abu])")
_SCHEMA = re.compile(r"pdfaSchema:namespaceURI(?:>|\s*=\s*[\"'])\s*([^<\"'\s]+)")
_ACCESS = "http://www.aiim.org/pdfua/ns/id/"
"""The schema that every file of both standards defines, and a pack of theirs does too."""
_STRENGTH = "bua"
"""Levels of PDF/A-2 and -3, each of which holds what those before it ask for (ISO 19005-2, 5)."""


@record
class Facts:
    """What an input says of itself.

    Attributes:
        name: what messages call it.
        claims: standards ("PDF/UA-1", "PDF/A-2a").
        marked: it says that it is tagged, and has a tree.
        date: the later of its dates, ISO 8601; "" if it has none.
        version: of PDF, "1.7".
        alone: why it can be PDF/A by itself only, "is signed"; "" if nothing stands against a pack.
    """

    name: str
    claims: tuple[str, ...]
    marked: bool
    title: str
    author: str
    language: str
    date: str
    version: str
    alone: str = ""


def read_facts(file: File, *, marked: bool) -> Facts:
    """Read a file's metadata: the information dictionary first, the XMP packet where that is silent."""
    xmp = packet_of(file)
    info = file.dictionary(file.trailer.get("Info"))
    dates = [_date(_info(file, info, key)) for key in ("ModDate", "CreationDate")]
    return Facts(
        name=file.name,
        claims=claims_in(xmp),
        marked=marked,
        title=(_info(file, info, "Title") or _first(xmp, "dc:title")).strip(),
        author=(_info(file, info, "Author") or _first(xmp, "dc:creator")).strip(),
        language=_info(file, file.root, "Lang") or _first(xmp, "dc:language"),
        date=max(dates),
        version=max(file.word(file.root.get("Version")), file.version),
        alone=_alone(file, xmp) if "pdfaid" in xmp else "",
    )


def _alone(file: File, xmp: str) -> str:
    if any("V" in field and file.word(field.get("FT")) == "Sig" for field in _fields(file)):
        return "is signed, and a signature holds for that file alone"  # ISO 19005-2, 6.4.3
    schemas = set(_SCHEMA.findall(xmp)) - {_ACCESS}
    packet = file.root.get("Metadata")
    if schemas and any(Ref(number) != packet and _is_metadata(file, number) for number in file.numbers()):
        # ISO 19005-2, 6.6.2.3: the packet of the document defines them for all metadata in it.
        return "has metadata within that use schemas of its own"
    return ""


def _fields(file: File) -> list[Dictionary]:
    return [file.dictionary(Ref(number)) for number in fields_of(file)]


def _is_metadata(file: File, number: int) -> bool:
    with suppress(Malformed):
        return file.word(file.dictionary(Ref(number)).get("Type")) == "Metadata"
    return False


def _info(file: File, entries: Mapping[str, Value], key: str) -> str:
    """A text of a dictionary; a value that is damaged says nothing."""
    try:
        return text_of(file.get(entries.get(key)))
    except Malformed:
        return ""


def _first(xmp: str, name: str) -> str:
    match = re.search(rf"<{name}>(?:(?!</{name}>).)*?<rdf:li[^>]*>([^<]*)</rdf:li>", xmp, re.DOTALL)
    return html.unescape(match[1]).strip() if match else ""


def _date(text: str) -> str:
    match = _DATE.match(text)
    if match is None:
        return ""
    year, month, day, hour, minute, second, zulu, sign, hours, minutes = match.groups()
    date = f"{year}-{month or '01'}-{day or '01'}"
    if hour is None:
        return date
    zone = zulu or (f"{sign}{hours}:{minutes or '00'}" if sign else "")
    return f"{date}T{hour}:{minute or '00'}:{second or '00'}{zone}"


def keep_claims(
    facts: Sequence[Facts],
    headings: Mapping[str, set[str]],
    conflict: tuple[str, str] | None,
    *,
    suspects: bool,
    astray: Mapping[str, Sequence[int]],
) -> tuple[tuple[str, ...], tuple[Diagnostic, ...]]:
    """Decide which standards the pack may claim: those of all inputs that joining does not break.

    Args:
        facts: of all inputs.
        headings: by input, whether its headings carry levels.
        conflict: two inputs whose output intents differ.
        suspects: some input doubts its own tags.
        astray: by input, the pages whose tags cannot be found from there.

    Returns:
        The claims, and a warning for each standard that some input met and the pack does not.
    """
    lost = list(_lost_access(facts, headings, astray, suspects=suspects))
    kept = ["PDF/UA-1"] if not lost and all("PDF/UA-1" in each.claims for each in facts) else []
    archival, reasons = _archival(facts, conflict)
    kept += archival
    newer = any(claim.startswith("PDF/UA") and claim != "PDF/UA-1" for each in facts for claim in each.claims)
    access = "PDF/UA" if newer else "PDF/UA-1"
    warnings = [_warning(access, reason) for reason in lost[:1]] if _any(facts, "PDF/UA") else []
    warnings += [_warning("PDF/A", reason) for reason in reasons[:1]] if _any(facts, "PDF/A") else []
    return tuple(kept), tuple(warnings)


def _any(facts: Iterable[Facts], start: str) -> bool:
    return any(claim.startswith(start) for each in facts for claim in each.claims)


def _lost_access(
    facts: Sequence[Facts],
    headings: Mapping[str, set[str]],
    astray: Mapping[str, Sequence[int]],
    *,
    suspects: bool,
) -> Iterable[str]:
    without = [each for each in facts if "PDF/UA-1" not in each.claims or not each.marked]
    if without:
        yield f"{without[0].name} {_why_not_accessible(without[0], without)}"
    if suspects:
        yield "a file says that its tags may be wrong"
    for name, pages in astray.items():
        yield f"the tags of page {pages[0]} of {name} cannot be found from there"
    kinds = {kind: name for name, found in headings.items() for kind in sorted(found)}
    if len(kinds) > 1:
        # ISO 14289-1, 7.4.4: a document has headings with levels or without, not both.
        yield f"the headings of {kinds['H#']} have levels, those of {kinds['H']} have none"
    if not any(each.language for each in facts):
        yield "no file names its language"


def _why_not_accessible(first: Facts, without: Sequence[Facts]) -> str:
    newer = next((claim for claim in first.claims if claim.startswith("PDF/UA")), "")
    if not first.marked:
        return f"is not tagged{_others(without, 'is', 'are')}"
    if newer and newer != "PDF/UA-1":
        # ISO 14289-2 builds on PDF 2.0 and its namespaces; packs are joined under PDF 1.7.
        return f"claims {newer}, whose files cannot be joined under it{_others(without, 'can', 'can')}"
    return f"does not claim it{_others(without, 'does', 'do')}"


def _archival(facts: Sequence[Facts], conflict: tuple[str, str] | None) -> tuple[list[str], list[str]]:
    found = [next(filter(None, map(_ARCHIVAL.fullmatch, each.claims)), None) for each in facts]
    unmarked = [each.name for each in facts if not each.marked]
    without = [each for each, match in zip(facts, found, strict=True) if match is None]
    if without:
        other = next((claim for claim in without[0].claims if claim.startswith("PDF/A")), "")
        why = f"does not claim it{_others(without, 'does', 'do')}"
        if other:
            why = f"claims {other}, which cannot be joined with parts 2 and 3{_others(without, 'can', 'can')}"
        return [], [f"{without[0].name} {why}"]
    bound = next((f"{each.name} {each.alone}" for each in facts if each.alone), "")
    if bound:
        return [], [bound]
    if conflict:
        return [], [
            f"{conflict[0]} and {conflict[1]} mean their colours for different devices (output intents)"
        ]
    matches = [match for match in found if match is not None]
    part = max(match[1] for match in matches)
    level = min((match[2] for match in matches), key=_STRENGTH.index)
    if level == "a" and unmarked:
        # Level a is level u with tags (ISO 19005-2, 5.2 and 6.7).
        return [f"PDF/A-{part}u"], [f"{unmarked[0]} is not tagged, so it is level u, not a"]
    return [f"PDF/A-{part}{level}"], []


def _others(files: Sequence[Facts], one: str, many: str) -> str:
    """How many more there are of whom the verb, denied, is true."""
    more = len(files) - 1
    return f", nor {f'{one} one other' if more == 1 else f'{many} {more} others'}" if more else ""


def _warning(standard: str, reason: str) -> Diagnostic:
    hint = "The pack is a good PDF all the same; leave the file out, or make it anew, to keep the standard."
    return Diagnostic("warning", "standard-lost", f"The pack is not {standard}: {reason}.", hint)
