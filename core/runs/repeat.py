"""Repeats a stored run from its record: the same start, the same batches, and every change at its step."""

from dataclasses import dataclass

import numpy as np

from core.arrays import Floats
from core.digits.dataset import Dataset, LabelledImages
from core.errors import UserError
from core.model import weights_file
from core.runs.facts import EXTENDED, RATE, dataset_facts, versions
from core.runs.files import START
from core.runs.record import RunRecord
from core.training.reports import Progress
from core.training.trainer import Trainer
from core.words import mark, said

UNSAID = {"arithmetic": "1"}  # of runs stored before that was written down
CLOSE = 1e-3  # relative difference of costs that other versions or machines may make


def check_same_images(record: RunRecord, dataset: Dataset, pen_digits: LabelledImages | None = None) -> None:
    """Raise UserError when these are not the images that a run was made with, or it learned from a hand as well."""
    facts = record.facts
    if facts.taught is not None:
        text = mark("this run learned from the hand {hand!r}; let its digits be learned anew, in My digits.")
        raise UserError(text, hand=facts.taught.hand)
    found = dataset_facts(dataset, pen_digits if facts.recipe.adds_digits else None)
    if found.checksum != facts.dataset.checksum:
        raise UserError(
            "this run was made with other images ({title}, SHA-256 {checksum}) than those at hand ({title_2}, "
            "{checksum_2}); open those it was made with.",
            title=said(facts.dataset.title),
            checksum=facts.dataset.checksum[:12],
            title_2=said(dataset.title),
            checksum_2=found.checksum[:12],
        )
    if found.pen_checksum != facts.dataset.pen_checksum:
        raise UserError(
            "this run was made with {pen_digits:,} added pen or practice digits that are not quite the "
            "{pen_digits_2:,} at hand; they have changed since, so it cannot be repeated.",
            pen_digits=facts.dataset.pen_digits,
            pen_digits_2=found.pen_digits,
        )


class Repetition(Trainer):
    """A Trainer that changes the learning rate and adds steps where a stored run did, and ends where that ended.

    On the same machine with the same versions its costs are the same bit for bit; on others within 1e-3.
    """

    def __init__(self, record: RunRecord, dataset: Dataset, run: int = 0) -> None:
        """Take a data set prepared for the recipe, once `check_same_images` has compared it with the record's."""
        self._pending = [mark for mark in record.marks if mark.kind in (RATE, EXTENDED)]
        self._last_step = len(record.costs)
        start = weights_file.load(record.folder / START) if record.facts.has_start else None
        super().__init__(record.facts.recipe, dataset, run, start)

    @property
    def finished(self) -> bool:
        """Whether as many steps are made as the stored run made; what ended that ends this at the same step."""
        return self.step >= self._last_step

    def __next__(self) -> Progress:
        """Make one block of steps, which ends where something is to change."""
        while self._pending and self._pending[0].step <= self.step:
            mark = self._pending.pop(0)
            if mark.kind == EXTENDED:
                self.extend(int(mark.value or 0))
            else:
                self.schedule.rate = float(mark.value or 0.0)
        end = self._pending[0].step if self._pending else self._last_step
        most = self.most_steps
        self.most_steps = max(1, min(most, end - self.step, self._last_step - self.step))
        try:
            return super().__next__()
        finally:
            self.most_steps = most


@dataclass(frozen=True, slots=True)
class Comparison:
    """How the costs of a repeated run compare with those stored.

    equal : bit for bit; close : within 1e-3, relative, at every step, and no number at the same ones
    worst : the largest relative difference
    """

    equal: bool
    close: bool
    worst: float
    changed: tuple[str, ...]  # versions that differ, in words


def compared(record: RunRecord, costs: Floats) -> Comparison:
    """Compare the costs of a repetition, (n,), with those of the record, as far as both go."""
    stored = record.costs[: len(costs)]
    again = costs[: len(stored)]
    are_numbers = np.isfinite(stored)
    known = are_numbers & np.isfinite(again)
    away = np.abs(stored[known] - again[known]) / np.maximum(np.abs(stored[known]), 1e-12)
    worst = float(away.max()) if len(away) else 0.0
    equal = bool(len(stored)) and bool(np.array_equal(stored, again, equal_nan=True))
    close = bool(len(stored)) and worst <= CLOSE and bool(np.array_equal(are_numbers, np.isfinite(again)))
    then, now = {**UNSAID, **record.facts.versions}, versions()
    names = sorted(name for name in {*then, *now} if then.get(name) != now.get(name))
    changed = (f"{name} {then.get(name, 'unknown')} then, {now.get(name, 'unknown')} now" for name in names)
    return Comparison(equal, close, worst, tuple(changed))
