"""TensorBoard's event files of a run."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import numpy as np

from core.exporting import report_pictures
from core.files.whole import new_folder
from core.machine.tensorflow import load_tensorflow, raising_os_errors
from core.runs.record import RunRecord

PICTURES = 10  # of the weights in TensorBoard's files


def write_events(path: Path, record: RunRecord) -> None:
    """Write TensorBoard's event file of a run into a folder: costs, rates, accuracies, and pictures of the weights."""
    tensorflow = load_tensorflow()
    started = datetime.fromisoformat(record.facts.started).timestamp()
    with new_folder(path) as part:
        name = part / f"events.out.tfevents.{int(started)}.digitscope"
        with raising_os_errors(tensorflow), tensorflow.io.TFRecordWriter(str(name)) as file:
            for event in _events(tensorflow.compat.v1, record, started):
                file.write(event.SerializeToString())


def _events(v1: Any, record: RunRecord, started: float) -> Iterator[Any]:
    """Give a run's events in TensorFlow's own messages, all steps as long as the average; started : s since 1970."""
    run = record.summary
    step_s = run.outcome.seconds / max(1, run.outcome.steps) if run.outcome else 0.0

    def event(step: int, **values: float) -> Any:
        shown = [v1.Summary.Value(tag=tag.replace("_in_", "/"), simple_value=value) for tag, value in values.items()]
        return v1.Event(wall_time=started + step * step_s, step=step, summary=v1.Summary(value=shown))

    yield v1.Event(wall_time=started, file_version="brain.Event:2")
    for step, (cost, rate) in enumerate(zip(record.costs.tolist(), record.rates().tolist(), strict=True)):
        yield event(step, cost=cost, learning_rate=rate)
    for point in record.points:
        yield event(
            point.step, accuracy_in_validation=point.validation_accuracy, cost_in_validation=point.validation_cost
        )
    if run.outcome is not None:
        yield event(run.outcome.steps, accuracy_in_test=run.outcome.test_accuracy)
    steps = record.snapshot_steps  # of which the first and the last, and some between, are shown
    places = np.unique(np.linspace(0, len(steps) - 1, min(PICTURES, len(steps))).round().astype(int))
    for step in (steps[place] for place in places):
        image = v1.Summary.Image(encoded_image_string=report_pictures.png_of(record.weights_at(step)), colorspace=3)
        image.width, image.height = report_pictures.SIZE
        summary = v1.Summary(value=[v1.Summary.Value(tag="weights", image=image)])
        yield v1.Event(wall_time=started + step * step_s, step=step, summary=summary)
