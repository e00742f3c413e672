"""Doors: what anybody's file must pass before a reader looks at it; each refusal is one sentence with its place."""

from guidepress.exchange.doors.archives import Archive, open_archive
from guidepress.exchange.doors.files import read_file
from guidepress.exchange.doors.kinds import FileKind, expect, kind_of
from guidepress.exchange.doors.limits import LIMITS, Limits
from guidepress.exchange.doors.texts import read_text
from guidepress.exchange.doors.trees import XmlFile, parse_xml

__all__ = [
    "LIMITS",
    "Archive",
    "FileKind",
    "Limits",
    "XmlFile",
    "expect",
    "kind_of",
    "open_archive",
    "parse_xml",
    "read_file",
    "read_text",
]
