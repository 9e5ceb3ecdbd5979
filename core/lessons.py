"""The tours: short lessons that ask first; then something is done, and the learner's own numbers answer."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from html import escape
from string import Template
from typing import Any

from core.files import assets
from core.words import language, mark, said, say

FILE, PAGE = "lessons.json", "answers.html"
BY_NUMBERS = -1  # in place of the right choice: what is measured decides


@dataclass(frozen=True, slots=True)
class Lesson:
    """One step of the tour; its texts are marked, to be shown through `said`."""

    name: str
    title: str
    question: str
    choices: tuple[str, ...]
    right: int  # place of the right choice, or BY_NUMBERS
    text: str
    task: str
    recipe: str = ""  # of the run that it requests; "" for any
    pace: float = 0.0  # of that run, steps/s; 0 for any
    tab: str = ""  # that it is about
    goes_on: bool = False  # whether a run that has ended will do in place of one of the recipe
    formula: str = ""  # name of its picture
    tour: int = 0  # which it belongs to
    place: str = "canvas"  # object name of what it points at, once there is a drawing where it needs one
    needs_drawing: bool = False
    told: Sequence[str] = ()  # what the learner's own numbers say when it is done; of some lessons, one of several
    changes: Mapping[str, Any] = field(default_factory=dict)  # settings that its run changes in the recipe


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of a lesson."""

    guess: int  # place among the choices; -1 where none was made
    right: int  # likewise; -1 where none is known
    sentence: str  # what the learner's own numbers say
    language: str = ""  # in which they do, ISO 639-1; "" for any

    @property
    def is_right(self) -> bool:
        """Whether the guess was right."""
        return self.guess == self.right >= 0


ALL = tuple(Lesson(**{**each, "choices": tuple(each["choices"])}) for each in json.loads(assets.text(FILE)))
TITLES = mark("First tour: one layer"), mark("Second tour: a hidden layer"), mark("Third tour: convolutions")
TOURS = tuple(tuple(lesson for lesson in ALL if lesson.tour == tour) for tour in range(len(TITLES)))
LESSONS = TOURS[0]
TOLD = {lesson.name: lesson.told for lesson in ALL}


def to_text(tour: int, index: int, answers: dict[str, Answer]) -> str:
    """Return how far a learner has come, as JSON."""
    given = {name: asdict(answer) for name, answer in answers.items()}
    return json.dumps({"tour": tour, "lesson": index, "answers": given})


def from_text(text: str) -> tuple[int, int, dict[str, Answer]]:
    """Return what `to_text` wrote; also a plain number is a lesson. Raises ValueError for anything else."""
    found = json.loads(text)
    if isinstance(found, int):
        found = {"lesson": found}
    try:
        answers = {
            lesson.name: Answer(
                int(given["guess"]), int(given["right"]), str(given["sentence"]), str(given.get("language", ""))
            )
            for lesson in ALL
            if (given := found.get("answers", {}).get(lesson.name))
        }
        tour = min(max(int(found.get("tour", 0)), 0), len(TOURS) - 1)
        return tour, min(max(int(found["lesson"]), 0), len(TOURS[tour]) - 1), answers
    except (AttributeError, KeyError, TypeError, OverflowError) as error:
        raise ValueError("no lessons") from error


def score(answers: dict[str, Answer]) -> str:
    """Return how many guesses were right, in words."""
    guessed = [answer for answer in answers.values() if answer.guess >= 0 and answer.right >= 0]
    right = sum(answer.is_right for answer in guessed)
    return say("{right} of {count} guesses were right.", right=right, count=len(guessed))


def verdict(lesson: Lesson, answer: Answer) -> str:
    """Return what is said of a guess; "" where none was made."""
    if answer.guess < 0 or answer.right < 0:
        return ""
    if answer.is_right:
        return say("Your guess was right.")
    guess, right = (said(lesson.choices[place]) for place in (answer.guess, answer.right))
    return say("Your guess was: “{guess}”. It is: “{right}”.", guess=guess, right=right)


def page_of(answers: dict[str, Answer], tour: int = 0) -> str:
    """Return the learner's answers to a tour as a page of HTML, to be read, printed and handed in."""
    title = escape(say("Your answers"))
    return Template(assets.text(PAGE)).substitute(language=language(), title=title, answers=list_of(answers, tour))


def list_of(answers: dict[str, Answer], tour: int = 0) -> str:
    """Return the learner's answers to a tour as the inside of a page of HTML."""
    own = {lesson.name: answers[lesson.name] for lesson in TOURS[tour] if lesson.name in answers}
    parts = [f"<h2>{escape(say('Your answers'))}</h2>", f"<p>{escape(score(own))}</p>", "<ol>"]
    for lesson in TOURS[tour]:
        lines = [say("Not answered.")]
        if answer := own.get(lesson.name):
            is_understood = answer.language in ("", language())
            other = say("What came of it was said in another language, and is shown in that one.")
            lines = [verdict(lesson, answer), answer.sentence if is_understood else other]
        shown = "<br>".join(escape(line) for line in lines if line)
        title, question = escape(said(lesson.title)), escape(said(lesson.question))
        parts.append(f"<li><b>{title}</b><br><i>{question}</i><br>{shown}</li>")
    return "".join(parts) + "</ol>"
