"""In: how a file is printed. Out: its output intent: the printing condition that its colours are meant for.

A condition that the ICC's registry of characterisation data has is said by its name, and the file need hold no profile.
The registry grows; one that is not here is named together with the printer's profile. Source: ICC
Characterization Data Registry, https://color.org/registry2.xalter, its CMYK section.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.pdf.objects import reference, text_string

if TYPE_CHECKING:
    from guidepress.pdf.objects import ObjectTable
    from guidepress.pdf.press_ink import PressInk

__all__ = ["CONDITIONS", "REGISTRY", "press_intent"]

REGISTRY = "http://www.color.org"
"""The name by which PDF/X knows the registry."""

CONDITIONS: dict[str, str] = {
    "CGATS TR 001": "Web offset on coated paper, SWOP",
    "CGATS TR 003": "Web offset on coated paper of grade 3, SWOP 2006",
    "CGATS TR 005": "Web offset on coated paper of grade 5, SWOP 2006",
    "CGATS TR 006": "Sheet-fed offset on coated paper of grade 1, GRACoL 2006",
    "CGATS21_CRPC1": "Newsprint, cold set",
    "CGATS21_CRPC2": "Improved newsprint, heat set",
    "CGATS21_CRPC3": "Uncoated paper, premium",
    "CGATS21_CRPC4": "Supercalendered paper",
    "CGATS21_CRPC5": "Coated paper for publications, SWOP 2013",
    "CGATS21_CRPC6": "Coated paper, premium, GRACoL 2013",
    "CGATS21_CRPC7": "Extra large gamut",
    "FOGRA27": "Offset on coated paper, ISO 12647-2:1996",
    "FOGRA28": "Web offset on light weight coated paper, ISO 12647-2:1996",
    "FOGRA29": "Offset on uncoated white paper, ISO 12647-2:1996",
    "FOGRA30": "Offset on uncoated yellowish paper, ISO 12647-2:1996",
    "FOGRA39": "Offset on coated paper, ISO 12647-2:2004",
    "FOGRA40": "Web offset on supercalendered paper, ISO 12647-2:2004",
    "FOGRA41": "Web offset on machine finished coated paper, ISO 12647-2:2004",
    "FOGRA42": "Web offset on standard newsprint, ISO 12647-2:2004",
    "FOGRA43": "Offset on coated paper, non-periodic screen, ISO 12647-2:2004",
    "FOGRA44": "Offset on uncoated white paper, non-periodic screen, ISO 12647-2:2004",
    "FOGRA45": "Web offset on improved light weight coated paper, ISO 12647-2:2004",
    "FOGRA46": "Web offset on light weight coated paper, ISO 12647-2:2004",
    "FOGRA47": "Offset on uncoated white paper, ISO 12647-2:2004",
    "FOGRA51": "Offset on premium coated paper, ISO 12647-2:2013",
    "FOGRA52": "Offset on wood-free uncoated paper, ISO 12647-2:2013",
    "IFRA26": "Newsprint, ISO 12647-3:2004",
    "JC200103": "Offset on coated paper of type 3, Japan Color 2001",
}
"""By name, what is printed on what."""


def press_intent(ink: PressInk, table: ObjectTable) -> str:
    """Write the output intent of PDF/X: the condition by its registered name, and the printer's profile where given.

    A condition that the registry does not have is called what its profile calls itself.
    """
    registered = ink.condition in CONDITIONS
    named = ink.condition or (ink.profile.description if ink.profile else "")
    registry = f"/RegistryName({REGISTRY})" if registered else ""
    profile = ""
    if ink.profile:
        profile = f"/DestOutputProfile {reference(table.add_stream(ink.profile.data, 6, N='4'))}"
    return (
        f"<</Type/OutputIntent/S/GTS_PDFX/OutputConditionIdentifier{text_string(named)}{registry}"
        f"/Info{text_string(CONDITIONS.get(ink.condition, named))}{profile}>>"
    )
