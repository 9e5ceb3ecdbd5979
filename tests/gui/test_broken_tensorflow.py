"""Where TensorFlow is missing, too old or ends the process that loads it, the window draws and reads, and says so.

Each in a process of its own, in which a made `tensorflow` stands first on the path.
"""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

WINDOW = """
import json, sys
if sys.argv[1] == "missing":
    sys.modules["tensorflow"] = None
from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication
from gui.app import create_window
from tests import small
from tests.gui.conftest import draw
app = QApplication([])
window = create_window(["--data", sys.argv[2]])
window.show()
told = []
window.session.failed.connect(told.append)
while not told or window.data.dataset is None:
    app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
draw(window.drawing.canvas, small.SEVEN)
verdict = window.drawing.verdict.text
states = [window.session.state.name]
window.actions_by_name["train"].trigger()
states.append(window.session.state.name)
note = window.status.note()
window.close()
print(json.dumps({"told": told, "verdict": verdict, "states": states, "note": note, "ended": window.threads_ended}))
"""
BROKEN = {
    "missing": ("", "TensorFlow is not installed"),
    "ended by a signal": ("import os, signal; os.kill(os.getpid(), signal.SIGILL)", "SIGILL"),
    "aborting": ("import os; os.abort()", "SIGABRT"),
    "too old": ("__version__ = '1.15.0'", "1.15.0 is too old"),
    "at odds with numpy": ("raise AttributeError('_ARRAY_API not found')", "_ARRAY_API not found"),
    "without its library": ("raise ImportError('libtensorflow_cc.so.2: no such file')", "libtensorflow_cc.so.2"),
    "leaving by itself": ("raise SystemExit(3)", "exit status 3"),
}


def opened(folder: Path, mode: str, data_folder: Path) -> dict[str, object]:
    """Open the window, draw a seven, press Train, close; return what the window said."""
    command = [sys.executable, "-c", WINDOW, mode, str(data_folder)]
    given = {**os.environ, "PYTHONPATH": os.pathsep.join([str(folder), *filter(None, sys.path)])}
    done = subprocess.run(command, capture_output=True, text=True, env=given, timeout=120, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    said: dict[str, object] = json.loads(done.stdout)
    return said


@pytest.mark.parametrize("kind", BROKEN)
def test_the_window_draws_and_reads_without_a_tensorflow_that_is(kind: str, tmp_path: Path, data_folder: Path) -> None:
    code, reason = BROKEN[kind]
    fake = tmp_path / "fake" / "tensorflow"
    if kind != "missing":
        fake.mkdir(parents=True)
        (fake / "__init__.py").write_text(code)
    said = opened(fake.parent, kind, data_folder)
    assert (said["verdict"], said["states"]) == ("It reads a 7", ["FAILED", "FAILED"])
    assert reason in str(said["note"])
    assert "TensorFlow" in str(said["note"])
    assert kind == "missing" or said["ended"]
