"""The runs of the terminal are kept as the window keeps its own."""

from contextlib import suppress
from dataclasses import replace

import pytest

from core.commands.recording import Recorder, store
from core.files import folders
from core.recipes.recipe import TUTORIAL
from tests.core.runs.made import reports, result_of, tiny_dataset

SHORT = replace(TUTORIAL, steps=60)


@pytest.mark.parametrize("end", [KeyboardInterrupt, ZeroDivisionError])
def test_what_was_made_of_a_run_is_kept_however_it_ends(end: type[BaseException]) -> None:
    with suppress(end), Recorder(SHORT, tiny_dataset(), None, None) as recorder:
        recorder.add(next(reports(SHORT)))
        raise end
    (run,) = store().listing().runs
    assert (run.state, run.steps) == ("stopped", 37)


def test_a_disk_that_refuses_is_told_once_on_standard_error(capsys: pytest.CaptureFixture[str]) -> None:
    folders.runs_folder().parent.mkdir(parents=True, exist_ok=True)
    folders.runs_folder().write_text("a file is in the way")
    with Recorder(SHORT, tiny_dataset(), None, None) as recorder:
        recorder.finish(result_of(SHORT))
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.count("cannot be stored for now") == 1
