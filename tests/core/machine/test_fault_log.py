"""Where faults of our own are written down."""

from pathlib import Path

from core.files import folders
from core.machine import fault_log


def fault(text: str) -> Exception:
    try:
        raise ValueError(text)
    except ValueError as error:
        return error


def test_faults_are_appended_with_their_traceback(tmp_path: Path) -> None:
    first = fault_log.write(fault("one"), tmp_path / "log")
    second = fault_log.write(fault("two"), tmp_path / "log")
    written = second.read_text()
    assert first == second == tmp_path / "log" / "digitscope.log"
    assert written.index("ValueError: one") < written.index("ValueError: two")
    assert written.count("Traceback") == 2


def test_the_log_lies_in_the_users_log_folder() -> None:
    assert fault_log.write(fault("odd \udcff name")).parent == folders.log_folder()
