"""The libraries of H5P that a package names, and the words of their buttons and messages."""

from __future__ import annotations

from typing import Any

__all__ = ["LIBRARIES", "dialogs", "library", "words_of_library"]

LIBRARIES = {
    "H5P.QuestionSet": (1, 20),
    "H5P.MultiChoice": (1, 16),
    "H5P.TrueFalse": (1, 8),
    "H5P.Blanks": (1, 14),
    "H5P.DragText": (1, 10),
    "H5P.Essay": (1, 5),
    "H5P.Image": (1, 1),
}
"""Machine names and versions: the question set and what it takes. A site with patches of these takes the package."""

_MARK = "Mark the answers: each is said to be right, wrong or missing."
_SHOW = "Show what is right."
_AGAIN = "Begin again: the answers are taken away."

_MARKING = {"a11yCheck": _MARK, "a11yShowSolution": _SHOW, "a11yRetry": _AGAIN}

_WORDS: dict[str, dict[str, Any]] = {
    "H5P.MultiChoice": {
        "UI": {
            "checkAnswerButton": "Check",
            "submitAnswerButton": "Hand in",
            "showSolutionButton": "Show what is right",
            "tryAgainButton": "Try again",
            **_MARKING,
        },
    },
    "H5P.TrueFalse": {
        "l10n": {
            "score": "@score of @total points",
            "checkAnswer": "Check",
            "submitAnswer": "Hand in",
            "showSolutionButton": "Show what is right",
            "tryAgain": "Try again",
            "wrongAnswerMessage": "Wrong",
            "correctAnswerMessage": "Right",
            "scoreBarLabel": ":num of :total points",
            **_MARKING,
        },
    },
    "H5P.Blanks": {
        "showSolutions": "Show what is right",
        "tryAgain": "Try again",
        "checkAnswer": "Check",
        "submitAnswer": "Hand in",
        "scoreBarLabel": ":num of :total points",
        "a11yCheckingModeHeader": "Marked answers",
        **_MARKING,
    },
    "H5P.DragText": {
        "checkAnswer": "Check",
        "submitAnswer": "Hand in",
        "tryAgain": "Try again",
        "showSolution": "Show what is right",
        "dropZoneIndex": "Place @index.",
        "empty": "Place @index is empty.",
        "contains": "Place @index holds @draggable.",
        "ariaDraggableIndex": "Word @index of @count.",
        "tipLabel": "Show the hint",
        "correctText": "Right",
        "incorrectText": "Wrong",
        "resetDropTitle": "Empty the place",
        "resetDropDescription": "Is this place to be emptied?",
        "grabbed": "The word is taken up.",
        "cancelledDragging": "The word stays where it was.",
        "correctAnswer": "What is right:",
        "feedbackHeader": "Reply",
        "scoreBarLabel": ":num of :total points",
        **_MARKING,
    },
    "H5P.Essay": {
        "checkAnswer": "Check",
        "submitAnswer": "Hand in",
        "tryAgain": "Try again",
        "showSolution": "Show a model answer",
        "feedbackHeader": "Reply",
        "solutionTitle": "A model answer",
        "remainingChars": "@chars characters left",
        "notEnoughChars": "At least @chars characters are wanted.",
        "messageSave": "saved",
        "ariaYourResult": "@score of @total points",
        "ariaNavigatedToSolution": "A model answer follows.",
        "ariaCheck": "Check the answer.",
        "ariaShowSolution": "Show a model answer.",
        "ariaRetry": "Begin again.",
    },
    "H5P.QuestionSet": {
        "texts": {
            "prevButton": "Back",
            "previous": "Back",
            "nextButton": "On",
            "next": "On",
            "finishButton": "Finish",
            "submitButton": "Hand in",
            "textualProgress": "Question @current of @total",
            "jumpToQuestion": "Question %d of %total",
            "questionLabel": "Question",
            "readSpeakerProgress": "Question @current of @total",
            "unansweredText": "Not answered",
            "answeredText": "Answered",
            "currentQuestionText": "This question",
            "navigationLabel": "Questions",
            "questionSetInstruction": "Choose a question",
        },
        "endGame": {
            "showResultPage": True,
            "showSolutionButton": True,
            "showRetryButton": True,
            "noResultMessage": "Finished",
            "message": "Result",
            "amountCorrect": "@finals of @totals right",
            "scoreBarLabel": "@finals of @totals points",
            "scoreHeader": "Points",
            "overallFeedback": [{"from": 0, "to": 100}],
            "oldFeedback": {},
            "solutionButtonText": "Show what is right",
            "retryButtonText": "Try again",
            "finishButtonText": "Finish",
            "submitButtonText": "Hand in",
            "showAnimations": False,
            "skippable": False,
            "skipButtonText": "Skip the film",
        },
    },
}
"""What a library's semantics require to be said. A site shows its own words where it has a translation."""


def library(name: str) -> str:
    """A library as content names it: "H5P.Blanks 1.14"."""
    major, minor = LIBRARIES[name]
    return f"{name} {major}.{minor}"


def words_of_library(name: str) -> dict[str, Any]:
    """The words of a library's buttons and messages."""
    return _WORDS[name]


def dialogs() -> dict[str, Any]:
    """What is asked before marking and before beginning again."""
    return {
        "confirmCheck": {
            "header": "Check?",
            "body": "Are the answers to be marked?",
            "cancelLabel": "Go on",
            "confirmLabel": "Check",
        },
        "confirmRetry": {
            "header": "Try again?",
            "body": "Are the answers to be taken away?",
            "cancelLabel": "Keep them",
            "confirmLabel": "Begin again",
        },
    }
