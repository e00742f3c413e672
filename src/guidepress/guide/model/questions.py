"""Questions, essays, rubrics and activities: what a class does with the work."""

from typing import Literal, TypeAlias, get_args

from guidepress.base.diagnostics import Span
from guidepress.base.record import field, record
from guidepress.guide.model.text import NOWHERE, Count, Lines, Markdown, Points, RubricId, UnitNumber

__all__ = [
    "DEFAULT_TYPE",
    "QUESTION_TYPES",
    "READING_STAGES",
    "Activity",
    "BlankRule",
    "Criterion",
    "Essay",
    "Level",
    "Match",
    "Question",
    "QuestionType",
    "ReadingStage",
    "Rubric",
    "Schedule",
    "Use",
]

QuestionType: TypeAlias = Literal[
    "multiple_choice",
    "true_false",
    "fill_blank",
    "matching",
    "ordering",
    "short_answer",
    "long_answer",
]
"""The one list of types, in the order of a test: from what is quick to answer to what takes time. Each is one file of
its name in `compose/questions/`."""

QUESTION_TYPES: tuple[QuestionType, ...] = get_args(QuestionType)

DEFAULT_TYPE: QuestionType = "short_answer"
"""What a question is that does not say."""

ReadingStage: TypeAlias = Literal["pre_reading", "during_reading", "post_reading", ""]
READING_STAGES: tuple[ReadingStage, ...] = get_args(ReadingStage)
"""In the order in which a class comes to them; questions of no stage are asked last."""

Level: TypeAlias = Literal["support", "core", "stretch", ""]
Use: TypeAlias = Literal["reading_check", "discussion", "quiz", "exam", "book_club"]
Match: TypeAlias = Literal["any_case", "exact", ""]
"""How a machine compares an answer in words: with capitals taken for small letters, or letter for letter."""


@record
class BlankRule:
    """What counts in one blank of a fill_blank question, beside its answer; for learning platforms."""

    accept: tuple[Markdown, ...] = field(default=(), metadata={"one_or_many": True})
    """Other words that are right as well."""
    wrong: tuple[Markdown, ...] = field(default=(), metadata={"one_or_many": True})
    """Wrong words: with these the blank is a menu to choose from."""
    tolerance: float | None = None
    """The answer is a number; one that is off by no more is right too."""
    points: Points | None = None
    """What the blank scores."""
    weights: dict[str, float] = field(default_factory=dict)
    """What a word scores, in per cent: its text and the number."""
    feedback: dict[str, Markdown] = field(default_factory=dict)
    """What a pupil is told who gives a word: its text and what is said."""
    span: Span = NOWHERE


@record
class Question:
    """A question of the bank, or a quick check of a unit."""

    prompt: Markdown
    """What is asked. In fill_blank the blank is written with underscores: ____."""
    type: QuestionType = DEFAULT_TYPE
    """The kind of question; short_answer unless given."""
    choices: tuple[Markdown, ...] = ()
    """What to choose from (multiple_choice) or to put in order (ordering)."""
    pairs: tuple[tuple[Markdown, Markdown], ...] = ()
    """For matching: [left, right] in the right combination."""
    answer: tuple[Markdown, ...] = field(default=(), metadata={"one_or_many": True})
    """A letter or the text of a choice (or a list of them); true or false; a text; for fill_blank one for each
    blank; for ordering the choices in their right order (without it, they are given in that order)."""
    explanation: Markdown | None = None
    """Why the answer is right; printed in the key."""
    unit: UnitNumber | None = None
    """The unit it belongs to."""
    stage: ReadingStage = ""
    """When it is asked; after reading where nothing is said."""
    use: tuple[Use, ...] = field(default=(), metadata={"one_or_many": True})
    """The sheets it may go on."""
    level: Level = ""
    """How hard it is."""
    points: Points | None = None
    """What a full answer scores."""
    lines: Lines | None = None
    """How many ruled lines the answer gets."""
    locator: str = ""
    """Where the answer stands in the cited edition."""
    keep_order: bool = False
    """True: the choices are never shuffled."""
    pinned: tuple[Markdown, ...] = field(default=(), metadata={"one_or_many": True})
    """Letters or texts of choices that keep their places when the others are shuffled; "all of the above" and its like
    do so unasked."""
    standards: tuple[str, ...] = field(default=(), metadata={"one_or_many": True})
    """Curriculum standards it serves."""
    teacher_note: Markdown | None = None
    """A note for the teacher alone."""
    id: str = ""
    """What it is called where its results come from; learning platforms know it again by that."""
    category: str = ""
    """Its folder in a question bank: "Staves/Stave one"."""
    tags: tuple[str, ...] = field(default=(), metadata={"one_or_many": True})
    """Words to find it by in a question bank."""
    match: Match = ""
    """An answer in words that a machine may mark: any_case or exact. A question in short_answer that does not say is
    marked by a person."""
    tolerance: tuple[float, ...] = field(default=(), metadata={"one_or_many": True})
    """For short_answer: the answer is a number, and one that is off by no more is right too. One for all answers, or a
    list with one for each."""
    weights: dict[str, float] = field(default_factory=dict)
    """What an answer scores on a learning platform, in per cent: letter or text of a choice and the number."""
    feedback: dict[str, Markdown] = field(default_factory=dict)
    """What a learning platform says to an answer: letter or text of a choice, true or false, or right, wrong and partly
    for any answer, and what is said."""
    blanks: tuple[BlankRule, ...] = ()
    """For fill_blank: what else counts in each blank, in their order."""
    decoys: tuple[Markdown, ...] = field(default=(), metadata={"one_or_many": True})
    """For matching: entries on the right that belong to none; learning platforms show them, sheets do not."""
    right: tuple[int, ...] = field(default=(), metadata={"derived": True})
    """Indices of the right choices (multiple_choice), or of all choices in their right order (ordering); found by the
    loader."""
    truth: bool | None = field(default=None, metadata={"derived": True})
    """The answer to true_false; found by the loader."""
    fixed: tuple[int, ...] = field(default=(), metadata={"derived": True})
    """Indices of the pinned choices; found by the loader."""
    span: Span = NOWHERE


@record
class Essay:
    """An essay topic."""

    prompt: Markdown
    """The topic."""
    scaffold: tuple[Markdown, ...] = ()
    """Steps that help a writer."""
    outline: Markdown | None = None
    """What a good answer holds; for the teacher."""
    model: Markdown | None = None
    """A model essay on the topic; for readers who want to see how one is written."""
    level: Level = ""
    """How hard it is."""
    rubric: RubricId = ""
    """The rubric that marks it."""
    span: Span = NOWHERE


@record
class Criterion:
    """A row of a rubric."""

    name: str
    """What is judged."""
    levels: tuple[Markdown, ...]
    """Descriptions, the best first."""
    span: Span = NOWHERE


@record
class Rubric:
    """A marking grid."""

    id: str
    """What essays call it."""
    title: str
    """The heading."""
    criteria: tuple[Criterion, ...]
    """The rows."""
    span: Span = NOWHERE


@record
class Activity:
    """Something for a class to do."""

    title: str
    """The heading."""
    purpose: Markdown | None = None
    """What it is for."""
    minutes: Count | None = None
    """How long it takes."""
    grouping: str = ""
    """Alone, pairs, groups of four."""
    materials: tuple[str, ...] = ()
    """What it needs."""
    steps: Markdown | None = None
    """What to do."""
    teacher_note: Markdown | None = None
    """A note for the teacher alone."""
    span: Span = NOWHERE


@record
class Schedule:
    """The time a class has for the work."""

    sessions: Count
    """How many sessions."""
    minutes: Count | None = None
    """How long a session is."""
    span: Span = NOWHERE
