"""Drawings replayed through the app's own raster, so that what people wrote elsewhere can be learned from."""

from collections.abc import Sequence

import numpy as np

from core.dataset import PIXELS, LabelledImages
from core.errors import UserError
from core.raster import image_of
from core.sources.waiting import IsCancelled, Report, go_on, never, no_report
from core.stages import UPRIGHT
from core.stroke_lines import LabelledDrawing
from core.words import say

AT_ONCE = 250  # drawings between two reports


def as_images(
    digits: Sequence[LabelledDrawing],
    stages: tuple[str, ...] = UPRIGHT,
    report: Report = no_report,
    is_cancelled: IsCancelled = never,
) -> LabelledImages:
    """Return labelled drawings as the images that these stages make of them, empty drawings left out.

    Raises CancelledError, and UserError when a drawing has no label.
    """
    what = say("replaying pen digits")
    rows, labels = [], []
    for number, digit in enumerate(digits):
        if digit.label is None:
            raise UserError(
                say(
                    "drawing {number} of {digits:,} has no label, so nothing can be learned from it.",
                    number=number + 1,
                    digits=len(digits),
                )
            )
        if number % AT_ONCE == 0:
            go_on(is_cancelled, what)
            report(what, number, len(digits))
        image = image_of(digit.drawing, stages)
        if image is not None:
            rows.append(np.rint(np.clip(image, 0, 1).ravel() * 255).astype(np.uint8))
            labels.append(digit.label)
    report(what, len(digits), len(digits))
    images = np.array(rows, np.uint8).reshape(-1, PIXELS)
    return LabelledImages(images, np.array(labels, np.uint8))
