"""A process that keeps made runs without end, or so many, and says what is safe on the disk; killed by tests.

Called as: python -m tests.core.runs.feeder FOLDER [RUNS]
"""

import sys
from dataclasses import replace
from pathlib import Path

from core.recipes.recipe import TUTORIAL
from core.runs import RunStore, RunWriter
from tests.core.runs.made import reports, result_of, tiny_dataset

STEPS = 300  # of each run


def feed(store: RunStore, runs: int) -> None:
    """Keep runs, and print a line after each flush: the run, and the steps that must now be safe."""
    dataset, recipe = tiny_dataset(), replace(TUTORIAL, steps=STEPS)
    for _ in range(runs):
        writer = RunWriter(store.folder, recipe, dataset)
        for report in reports(recipe):
            writer.add(report)
            writer.flush()
            print(writer.run_id, report.step, flush=True)
        writer.finish(result_of(recipe))
        writer.close()
        print(writer.run_id, "finished", flush=True)


if __name__ == "__main__":
    feed(RunStore(Path(sys.argv[1])), int(sys.argv[2]) if len(sys.argv) > 2 else 1_000_000)
