"""The thread that keeps runs."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from gui.run_keeper import RunKeeper
from gui.training_session import TrainingSession


def test_jobs_are_done_in_turn_and_none_once_it_is_closed(qtbot: QtBot, tmp_path: Path) -> None:
    session, done = TrainingSession(), list[str]()
    keeper = RunKeeper(session, folder=tmp_path)
    for name in ("first", "second"):
        keeper.submit(lambda name=name: done.append(name))  # type: ignore[misc]
    assert keeper.close()
    keeper.submit(lambda: done.append("too late"))
    assert keeper.close()
    assert done == ["first", "second"]
    assert session.close()
