"""Characters, themes, symbols and quotes."""

from typing import Literal

from guidepress.base.colour import Colour
from guidepress.base.diagnostics import Span
from guidepress.base.record import field, record
from guidepress.guide.model.text import NOWHERE, CharacterName, Count, Markdown, ThemeId, UnitNumber

__all__ = [
    "Character",
    "CharacterMap",
    "MapEdge",
    "MapGroup",
    "Quote",
    "Relation",
    "Stage",
    "Symbol",
    "Theme",
]


@record
class Relation:
    """What one character is to another: {to: Bob Cratchit, as: employer of}."""

    to: CharacterName
    """The other, by name or alias."""
    as_: str = field(default="", metadata={"key": "as"})
    """What this character is to the other; printed on the line between them."""
    span: Span = NOWHERE


@record
class Stage:
    """A character's state in one unit."""

    unit: UnitNumber
    """The unit."""
    state: Markdown
    """The state, in a few words."""
    span: Span = NOWHERE


@record
class Character:
    """A character, or a key figure of a work of non-fiction."""

    name: str
    """The name."""
    id: str = ""
    """Anchor for cross-references; made from the name unless given: "character-bob-cratchit"."""
    role: str = ""
    """Protagonist, antagonist, narrator, foil, or a few words."""
    aliases: tuple[str, ...] = ()
    """Other names by which the guide may refer to the character."""
    in_brief: Markdown | None = None
    """Who this is, in one sentence; for layouts that have room for no more."""
    summary: Markdown | None = None
    """Who this is."""
    analysis: Markdown | None = None
    """What the character means and how it is drawn."""
    importance: Count = 3
    """1 for the leading characters, 2 and 3 for those who follow; 3 unless given."""
    relations: tuple[Relation, ...] = ()
    """Relations to other characters; they make the character map."""
    arc: tuple[Stage, ...] = ()
    """States through the units."""
    span: Span = NOWHERE


@record
class MapGroup:
    """People who stand together on the character map, in one frame: a family, a party, a household."""

    members: tuple[CharacterName, ...]
    """The characters, in the order in which they stand."""
    name: str = ""
    """What stands above them: The Cratchits."""
    span: Span = NOWHERE


@record
class MapEdge:
    """A line of the character map: {from: Bob Cratchit, to: Ebenezer Scrooge, words: clerk to Scrooge}."""

    from_: CharacterName = field(metadata={"key": "from"})
    """Whose line it is, by name or alias."""
    to: CharacterName
    """The other, to whom its arrow points."""
    words: str = ""
    """What is printed where the arrow ends, so that it goes on from the first name: "clerk to Scrooge". What the first
    character's own `relations` say of the other unless given."""
    span: Span = NOWHERE


@record
class CharacterMap:
    """The character map as its author wants it. Without one it is made of the `relations` of the characters."""

    centre: tuple[CharacterName, ...] = field(metadata={"one_or_many": True})
    """The one or two characters in the middle."""
    groups: tuple[MapGroup, ...] = ()
    """Who stands together. Groups that edges join stand on one side; whoever is in none stands alone."""
    edges: tuple[MapEdge, ...] = ()
    """The lines. The first twelve are drawn; the others are a list below the map."""
    span: Span = NOWHERE


@record
class Theme:
    """A theme. Themes are one list; each has a number, a colour and a pattern wherever it is named."""

    name: str
    """The theme as a phrase: The Possibility of Redemption."""
    id: str = ""
    """Anchor for cross-references; made from the name unless given. "redemption" is stored as "theme-redemption"."""
    colour: Colour | None = None
    """Six hexadecimal digits ("#0072B2"), after them inks for a press if you like ("#0072B2 cmyk 100 50 0 0"); the layout's
    palette chooses unless given."""
    in_brief: Markdown | None = None
    """What the work says of it, in one sentence; for layouts that have room for no more."""
    text: Markdown | None = None
    """The essay about it."""
    number: int = field(default=0, metadata={"derived": True})
    """Its place in the list, counted from 1; found by the loader."""
    span: Span = NOWHERE


@record
class Symbol:
    """A symbol or a motif."""

    name: str
    """The name."""
    id: str = ""
    """Anchor for cross-references; made from the name unless given: "symbol-marleys-chain"."""
    kind: Literal["symbol", "motif"] = "symbol"
    """Which of the two it is."""
    themes: tuple[ThemeId, ...] = ()
    """Its themes, by id or name."""
    in_brief: Markdown | None = None
    """What it stands for, in one sentence; for layouts that have room for no more."""
    text: Markdown | None = None
    """What it stands for."""
    span: Span = NOWHERE


@record
class Quote:
    """An important quotation and what it shows."""

    text: Markdown
    """The words, letter for letter."""
    speaker: str = ""
    """Who says it; a character's alias is replaced by the name."""
    unit: UnitNumber | None = None
    """The unit in which it stands."""
    locator: str = ""
    """Where it stands in the cited edition."""
    themes: tuple[ThemeId, ...] = ()
    """Its themes, by id or name."""
    analysis: Markdown | None = None
    """What it shows."""
    highlight: tuple[str, ...] = ()
    """Words of the quotation to mark."""
    number: int = field(default=0, metadata={"derived": True})
    """Its place in the list, counted from 1; found by the loader."""
    span: Span = NOWHERE
