"""In: nothing. Out: the kinds of section a layout may order, each with the options it understands.

The catalogue is what the loader checks `sections:` against and what the reference is made from; compose reads the
options. An option's type is `bool`, `int`, `str`, `tuple` (a list of words) or the tuple of words to choose from.
An option that a layout leaves out has the default given here.
"""

from __future__ import annotations

from typing import TypeAlias

__all__ = ["COMMON", "KINDS", "Kind", "Option", "OptionValue"]

OptionValue: TypeAlias = str | int | bool | tuple[str, ...]


class Option:
    """One option: its default (whose type is the option's), the words to choose from if any, and what it does."""

    # No record: these classes are made at every start, and a record takes fifty times as long to make.
    __slots__ = ("about", "choices", "default")

    def __init__(self, default: OptionValue, about: str, choices: tuple[str, ...] = ()) -> None:
        self.default = default
        self.about = about
        self.choices = choices


class Kind:
    """One kind of section: what it prints and the options it has beyond the common ones."""

    __slots__ = ("about", "options")

    def __init__(self, about: str, options: dict[str, Option]) -> None:
        self.about = about
        self.options = options


COMMON = {
    "title": Option("", "heading instead of the kind's own; the labels of the guide's language give that"),
    "start": Option(
        "page",
        "where it begins; `room` goes to a new page if less than a third of this one is left; `flow` follows at once",
        ("recto", "page", "room", "flow"),
    ),
    "wide": Option(
        default=False,
        about="use the whole width: all columns of the page, or the margin column's room, where what may share a page "
        "(`room`, `flow`) is as wide as what is before",
    ),
    "contents": Option(default=True, about="list it in the contents"),
}

_USES = ("reading_check", "discussion", "quiz", "exam", "book_club")
_STAGES = ("pre_reading", "during_reading", "post_reading")
_LEVELS = ("support", "core", "stretch")
_TYPES = (
    "multiple_choice",
    "true_false",
    "short_answer",
    "long_answer",
    "matching",
    "fill_blank",
    "ordering",
)

_PICK = {
    "use": Option((), "only questions for these uses; none given means all", _USES),
    "without": Option((), "no questions that are for these uses as well", _USES),
    "stage": Option((), "only questions of these stages", _STAGES),
    "level": Option((), "only questions of these levels", _LEVELS),
    "types": Option((), "only questions of these types", _TYPES),
    "limit": Option(0, "at most so many questions, at even distances; 0 is all"),
}
_ANSWERS = ("none", "inline", "margin", "filled")

_SHEET = {
    "group": Option("none", "headings within the list", ("none", "unit", "stage", "use", "level")),
    "lines": Option(default=False, about="ruled lines to write on, as many as the question asks for"),
    "boxes": Option(default=False, about="boxes to write in, as high as the lines would be, in their place"),
    "most_lines": Option(0, "at most so many ruled lines a question; 0 is as many as it asks for"),
    "points": Option(default=False, about="print the points"),
    "standards": Option(default=False, about="print the curriculum standards that a question serves"),
    "levels": Option(default=False, about="print the level of a question"),
    "answers": Option(
        "none",
        "print the answers below the questions, beside them, or filled in where pupils write",
        _ANSWERS,
    ),
    "teacher_notes": Option(default=False, about="print the teacher's notes"),
    "name_line": Option(default=False, about="a line for name, class and date"),
    "fill": Option(
        default=False, about="more ruled lines, where a page would otherwise end in white; needs `lines`"
    ),
}


def _switch(about: str, *, default: bool = True) -> Option:
    return Option(default=default, about=about)


_SEED = {"seed": Option(1, "the same seed shuffles in the same way on every machine")}
_FILLED = {"filled": _switch("filled in, for teachers", default=False)}
_WORDS = {"limit": Option(0, "at most so many words; 0 is all")}
_RUN_IN = {
    "form": Option(
        "text", "each under its heading, or in one paragraph, its name run in before it", ("text", "run-in")
    ),
    "most": Option(0, "run in, whole sentences up to so many characters of each; 0 is its first paragraph"),
}
_COLUMNS = {"columns": Option(1, "set the list in so many columns")}

KINDS: dict[str, Kind] = {
    "contents": Kind(
        "The contents with leaders, page numbers and links",
        {
            "levels": Option(0, "levels of headings, 1 to 3; 0 takes the layout's `contents.levels`"),
            "columns": Option(1, "columns for a list that is longer than a page"),
        },
    ),
    "masthead": Kind("Title, author and title strip, where there is no cover", {}),
    "how-to-use": Kind("What stands where and what the signs mean", {}),
    "key-facts": Kind(
        "The card of facts about the work",
        {
            "author": _switch("the note about the author"),
            "short": _switch("without what a masthead says and the edition", default=False),
            "limit": Option(0, "at most so many facts; 0 is all"),
        },
    ),
    "overview": Kind(
        "What the work is and why it matters",
        {
            "warnings": _switch("content warnings"),
            "lead": _switch("set the first paragraph as a lead"),
            "brief": _switch("only the first paragraph", default=False),
        },
    ),
    "plot": Kind("The plot summary, whole or in parts", {}),
    "background": Kind(
        "Notes on the author, the times and the genre",
        {
            "kinds": Option(
                (), "only notes of these kinds", ("authorial", "historical", "social", "literary", "genre")
            )
        },
    ),
    "units": Kind(
        "The units one by one: facts, recap, summary, analysis, vocabulary, checks",
        {
            "recap": _switch("the sentence that sums the unit up"),
            "strip": _switch("setting, who, when"),
            "chips": _switch("the chips of its themes"),
            "summary": _switch("the summary"),
            "analysis": _switch("the analysis"),
            "passages": _switch("original beside modern text"),
            "form": Option(
                "text", "summary and analysis one below the other, or in rows", ("text", "side-by-side")
            ),
            "vocabulary": Option("margin", "where the words stand", ("margin", "box", "none")),
            "checks": _switch("quick checks at the foot"),
            "lines": _switch("ruled lines under the checks", default=False),
            "answers": Option("none", "print the answers below the checks", ("none", "inline")),
            "parts": _switch("openers for the parts that units belong to"),
            "own_page": _switch("begin each unit on a page of its own", default=False),
        },
    ),
    "storyline": Kind("The story in a sentence a unit", {}),
    "parallel": Kind(
        "The units' passages, original beside modern text",
        {
            "recap": _switch("the sentence that sums the unit up"),
            "vocabulary": _switch("the words to know that the passages use"),
        },
    ),
    "characters": Kind(
        "The characters, the important ones first",
        {
            "map": _switch("the map of who is what to whom"),
            "arcs": _switch("how each changes from unit to unit"),
            "analysis": _switch("the analysis beside the summary"),
            "limit": Option(0, "at most so many, the most important ones; 0 is all"),
            **_RUN_IN,
        },
    ),
    "themes": Kind(
        "The themes with number, colour and pattern",
        {
            "tracker": _switch("the grid of theme by unit"),
            "brief": _switch("only the first paragraph of each", default=False),
            **_RUN_IN,
        },
    ),
    "symbols": Kind("Symbols and motifs", {"chips": _switch("the chips of their themes"), **_RUN_IN}),
    "quotes": Kind(
        "Important quotations with source and analysis",
        {
            "form": Option(
                "text",
                "each with its analysis; cards to look at, two abreast; each in one paragraph with its source",
                ("text", "cards", "run-in"),
            ),
            "analysis": _switch("the paragraph that explains each; cards have none"),
            "chips": _switch("the chips of their themes"),
            "limit": Option(0, "at most so many, at even distances and without their numbers; 0 is all"),
        },
    ),
    "timeline": Kind(
        "What happens when",
        {"figure": _switch("story order against told order"), "plot_arc": _switch("the arc of the plot")},
    ),
    "vocabulary": Kind(
        "A list of words",
        {
            "scope": Option("beyond", "the words beyond the units', or all of them", ("beyond", "all")),
            "sentences": _switch("the sentence in which each word stands"),
            "limit": Option(0, "at most so many words, from all units alike, in one list; 0 is all"),
            **_COLUMNS,
        },
    ),
    "glossary": Kind("Terms and what they mean", {**_WORDS, **_COLUMNS}),
    "essays": Kind(
        "Essay topics",
        {
            "scaffold": _switch("the steps towards each essay"),
            "outline": _switch("the model outline", default=False),
            "model": _switch("model essays, after the topics", default=False),
            "lines": _switch("ruled lines to write on", default=False),
        },
    ),
    "activities": Kind(
        "Things to do in class", {"teacher_notes": _switch("the teacher's notes", default=False)}
    ),
    "questions": Kind("Questions to talk or write about", {**_PICK, **_SHEET}),
    "quiz": Kind(
        "A test sheet, or several versions of one",
        {
            **_PICK,
            **_SHEET,
            "directions": Option("", "the bold line above"),
            "versions": Option(1, "so many versions, A, B, C …, each shuffled in another way"),
            **_SEED,
            "totals": _switch("a table of parts, points and scores at the head", default=False),
            "bank": _switch("the words to choose from above questions with blanks", default=False),
        },
    ),
    "answer-sheet": Kind(
        "Circles to fill in for the quizzes of the layout: name, version, a row a question",
        {"letters": Option(0, "circles a question at least; 0 is as many as the questions have choices")},
    ),
    "reading-checks": Kind(
        "A worksheet a unit: its words to match, its checks, a quotation",
        {
            **_SEED,
            **_FILLED,
            "vocabulary": _switch("the words of the unit, to be matched with their meanings"),
            "checks": _switch("the quick checks, with lines to write on"),
            "quotes": Option(3, "so many quotations to write about"),
        },
    ),
    "flash-cards": Kind(
        "Vocabulary cards, eight up, backs mirrored for printing on both sides", dict(_WORDS)
    ),
    "bookmarks": Kind("Vocabulary bookmarks, four up, one a unit", {}),
    "exit-tickets": Kind(
        "Tickets to be handed in at the end of a lesson, four up, a page a unit",
        {"limit": Option(0, "at most so many pages; 0 is all")},
    ),
    "bell-ringers": Kind(
        "Prompts to begin a lesson with, two up: what is asked before reading, then a quotation a unit",
        {"limit": Option(0, "at most so many prompts; 0 is all")},
    ),
    "reading-log": Kind("A log of what was read and when, a row a unit; the page filled with empty rows", {}),
    "bingo": Kind(
        "Bingo cards, each another, two up, and the call list",
        {**_SEED, "cards": Option(12, "how many cards")},
    ),
    "crossword": Kind(
        "A crossword of the vocabulary", {**_SEED, **_FILLED, "words": Option(18, "at most so many words")}
    ),
    "word-search": Kind(
        "A square of letters that hides the vocabulary",
        {
            **_SEED,
            **_FILLED,
            "words": Option(18, "at most so many words"),
            "backwards": _switch("words may run backwards", default=False),
        },
    ),
    "answer-key": Kind(
        "Answers to the questions that the layout printed before it",
        dict(_PICK),
    ),
    "rubrics": Kind("How essays are marked", {}),
    "organizers": Kind(
        "Graphic organizers to fill in",
        {"filled": _switch("filled from the data, for teachers", default=False)},
    ),
    "schedule": Kind(
        "The reading calendar",
        {"notes": Option(default=False, about="rows to write in, with a column for notes")},
    ),
    "further-reading": Kind("Books, films and sites, and why", dict(_COLUMNS)),
    "related": Kind("Related guides", {}),
    "sections": Kind("The guide's own sections that name no place", {}),
    "index": Kind(
        "Characters, themes and symbols with the pages where they come",
        {"columns": Option(2, "set the list in so many columns")},
    ),
    "citation": Kind(
        "How to cite the guide",
        {"styles": Option(("mla", "apa", "chicago"), "the citation styles", ("mla", "apa", "chicago"))},
    ),
    "colophon": Kind("Credits, rights and how the book was made", {}),
}
