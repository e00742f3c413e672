"""Small guides of a few pieces each, drawn by chance: a build of one takes little, and together they have every key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.fuzz.small_notes import noted_section

if TYPE_CHECKING:
    from random import Random

__all__ = ["PIECES", "small_guide"]

_HEAD = """format: 1
title: A Small Book
author: {name: N. N., born: 1812}
language: LANGUAGE
overview: |-
  A *short* text of two sentences. It has **few** words, and they are plain.
"""

PIECES = (
    """poem: |-
  > I met a traveller from an antique land,
  > Who said: Two vast and trunkless legs of stone
  > Stand in the desert.
""",
    """plot: |-
  ### One day

  He goes.[^1] He comes; [see](https://example.org) and <https://example.org/a-long-way/to/go>.

  - one
    - two
  - three ~~or~~ four

  1. first
  2. second

  | a | b |
  |---|--:|
  | c | 1 |

  > A quotation, `code`, "quotes" -- and dashes.

  [^1]: A note, *too*.
""",
    """background:
  - {kind: literary, title: Books, text: He read *much*.}
  - {kind: historical, title: Times, text: They were hard.}
""",
    """unit_name: Chapter
units:
  - title: The First
    part: One
    pages: 1-28
    setting: London
    recap: He is warned.
    summary: |-
      He goes out. [](#unit-the-second) follows.
    analysis: It is early.
    passages: [{original: Thou art, modern: You are, locator: 1}]
    vocabulary: [{word: covetous, part_of_speech: adjective, meaning: greedy, sentence: He is covetous.}]
    checks: [{prompt: 'Why?', answer: Because.}]
  - title: The Second
    part: One
    summary: He comes home.
    analysis: It is late.
    rows: [{summary: He sits., analysis: He is tired.}]
""",
    """characters:
  - {name: Ann Lee, in_brief: A girl., role: hero, aliases: [Ann], summary: She runs., analysis: She is brave., importance: 1,
     relations: [{to: Bob Ray, as: sister of}]}
  - {name: Bob Ray, in_brief: A boy., role: helper, summary: He waits.}
""",
    """themes:
  - {name: Time, in_brief: It goes., colour: "#0072B2", text: It goes and goes.}
  - {name: Place, in_brief: It stays., text: 'It stays, see [](#theme-time).'}
symbols:
  - {name: The Clock, in_brief: Hours., kind: motif, themes: [time], text: It strikes.}
""",
    """quotes:
  - {text: '"Bah!" said he.', speaker: He, locator: 1, analysis: He is cross., highlight: [Bah]}
  - {text: A longer one that goes on for a while and then it ends., analysis: It is long.}
""",
    """timeline:
  - {when: 1843, event: It begins}
  - {when: 1844, event: It ends, told: 1}
""",
    """vocabulary:
  - {word: carol, part_of_speech: noun, meaning: a song, sentence: They sang a carol.}
  - {word: humbug, meaning: nonsense}
  - {word: ledger, meaning: a book of accounts}
  - {word: miser, meaning: one who hoards}
glossary: [{term: stave, meaning: a chapter}, {term: ghost, meaning: what *walks*}]
""",
    """questions:
  - {type: multiple_choice, prompt: Who?, choices: [Ann, Bob, Cy], answer: A, explanation: She is., use: [quiz, exam]}
  - {type: true_false, prompt: 'It rains.', answer: true, use: [quiz, exam]}
  - {type: fill_blank, prompt: The ____ sat on the ____., answer: [cat, mat], use: quiz}
  - {type: matching, prompt: Match., pairs: [[a, one], [b, two], [c, three]], use: quiz}
  - {type: ordering, prompt: Order., choices: [first, second, third], use: [exam, quiz]}
""",
    """questions:
  - {type: short_answer, prompt: 'Why?', answer: Because., lines: 3, points: 2, use: [quiz, discussion, exam]}
  - {type: long_answer, prompt: 'Discuss it.', answer: Much., lines: 9, level: stretch, use: [exam, book_club]}
""",
    """essays:
  - {prompt: Discuss., scaffold: [One, Two], outline: Begin., level: core, rubric: r}
rubrics: [{id: r, title: Essay, criteria: [{name: Argument, levels: [Good, Fair, Bad]}, {name: Style, levels: [a, b, c]}]}]
activities:
  - {title: Talk, purpose: To talk, minutes: 40, grouping: pairs, materials: [paper], steps: Talk., teacher_note: Listen.}
""",
    """organizers: [plot_diagram, venn, kwl, t_chart]
schedule: {sessions: 4, minutes: 45}
""",
    """organizers: [character_web, timeline, cause_effect, story_map]
related: [Another Book]
further_reading:
  - {kind: web, title: A Page, by: Someone, year: 1999, note: Good., url: "https://example.org/page"}
""",
    """sections:
  - {title: Notes, id: notes, text: 'Text ![A dot](L.png) here, and [](#section-notes).'}
  - title: More
    text: |-
      ![A picture](RGB.png)

      Text below it, with `code`, a word of *emphasis*{lang=de} and H~2~O.

          four spaces
""",
    """credits: {written_by: One, edited_by: [Two], publisher: Three, rights: None., date: 2026-11-23}
content_warnings: [poverty, ghosts]
cover: {palette: winter, tagline: One night}
edition: The text of 1843.
""",
)
"""Top-level keys with what belongs below them; each is sound by itself beside the head."""

_NOTED = 0.3
"""So many guides have notes in notes."""

_LANGUAGES = ("en", "en", "en-GB", "de", "fr", "es")


def small_guide(chance: Random, least: int = 1, most: int = 4) -> str:
    """A sound guide of some of the pieces, in chance's order."""
    chosen: dict[str, str] = {}
    for piece in chance.sample(PIECES, chance.randint(least, most)):
        chosen.setdefault(piece.split(":", 1)[0], piece)  # of two that have one key, the first
    if chance.random() < _NOTED:
        chosen.setdefault("sections", noted_section(chance))
    return _HEAD.replace("LANGUAGE", chance.choice(_LANGUAGES)) + "".join(chosen.values())
