"""In: texts of a file. Out: a fault for each that is in a script which cannot be set yet, with the place of its character.

Lines are set from left to right, a letter at a time. Hebrew and Arabic run the other way; in the scripts of South and
South-East Asia letters change their order, stack or join by rules of their own, or words stand without spaces. Set as
they come, such texts would be wrong in a way that whoever cannot read them does not see.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from guidepress.base.diagnostics import Diagnostic
from guidepress.base.yaml_nodes import ScalarNode, nodes_of

if TYPE_CHECKING:
    from guidepress.base.diagnostics import Span
    from guidepress.base.yaml import YamlFile

__all__ = ["unset_scripts"]

_UNSET = re.compile(
    "["
    "\u0590-\u08ff"  # Hebrew, Arabic, Syriac, Thaana, N'Ko and their like
    "\u0900-\u0fff"  # from Devanagari to Sinhala; Thai, Lao, Tibetan
    "\u1000-\u109f\u1100-\u11ff"  # Myanmar; the single letters of Hangul
    "\u1700-\u18af\u1900-\u1aaf\u1b00-\u1c7f"  # from Tagalog to Mongolian, from Limbu to Ol Chiki
    "\u200f\u202a-\u202e\u2066-\u2069"  # signs that turn the direction
    "\ua800-\ua82f\ua840-\ua97f\ua980-\uaaff\uabc0-\uabff"
    "\ufb1d-\ufdff\ufe70-\ufefe"
    "\U00010800-\U00010fff\U00011000-\U000114ff\U0001e800-\U0001eeff"
    '][^\\s.,;:!?()"“”]*'
)
_ESCAPED = re.compile(r"\\[uUx]")
_RIGHT_TO_LEFT = {"R", "AL", "AN"}
_SHOWN = 24


def unset_scripts(source: YamlFile) -> tuple[Diagnostic, ...]:
    """Find the texts of a file that cannot be set."""
    if not source.may_hold(_UNSET, _ESCAPED):
        return ()
    found = []
    for node in nodes_of(source.root, keys=False):
        match = _UNSET.search(node.value) if isinstance(node, ScalarNode) else None
        if match and isinstance(node, ScalarNode):
            found.append(_fault(match[0], source.character_place(node, match.start())))
    return tuple(found)


def _fault(word: str, span: Span) -> Diagnostic:
    character = word[0]
    name = unicodedata.name(character, "a character without a name")
    script = name.split()[0].capitalize()
    if unicodedata.category(character) == "Cf":
        why = "a sign turns the direction of writing"
    elif unicodedata.bidirectional(character) in _RIGHT_TO_LEFT:
        why = f"{script} is written from right to left"
    else:
        why = f"{script} joins or moves its letters"
    shown = word if len(word) <= _SHOWN else f"{word[:_SHOWN]}…"
    message = f"This cannot be set yet, since {why}: “{shown}” ({name}, U+{ord(character):04X})."
    return Diagnostic("error", "script-not-set", message, "Write it in Latin letters until it can be.", span)
