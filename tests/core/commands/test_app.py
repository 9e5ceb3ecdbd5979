"""The commands as a whole: exit statuses, what scripts rely on, and what is not imported."""

import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from core.commands import doctor
from core.files import folders
from core.machine import fault_log
from core.model import shipped
from tests import small
from tests.core.commands.conftest import SEVEN, Run, refused, strokes
from tests.there import there

# what a shell starts in the background is deaf to Ctrl+C, and so are its children unless they ask for it
HEAR = "import signal, sys; signal.signal(signal.SIGINT, signal.default_int_handler); "
ENTRY = HEAR + "from core.commands import main; sys.exit(main(sys.argv[1:]))"
LISTED = ENTRY.replace("sys.exit(main(sys.argv[1:]))", "main(sys.argv[1:]); print(*sys.modules, file=sys.stderr)")
ROOT = Path(__file__).parents[3]


def process(*arguments: object, code: str = ENTRY, **options: int) -> "subprocess.Popen[str]":
    streams = {"stdin": subprocess.DEVNULL, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE, **options}
    command = [sys.executable, "-c", code, *map(str, arguments)]
    return subprocess.Popen(command, text=True, cwd=ROOT, **streams)  # type: ignore[call-overload, no-any-return]


def test_the_version_is_told_and_help_is_no_error_and_names_the_options_of_the_window(run: Run) -> None:
    answer = run("--version")
    assert (answer.status, answer.err) == (0, "")
    assert answer.out.startswith("digitscope")
    for arguments in ([], ["--help"], ["train", "--help"], ["data", "--help"]):
        answer = run(*arguments)
        assert answer.status == 0
        assert "Usage: digitscope" in answer.out
    assert all(
        text in " ".join(run("--help").out.split()) for text in ("The window takes --data PATH", "--reset-settings")
    )


@pytest.mark.parametrize(
    ("command", "message"),
    [
        *((each, "") for each in ("trane", "--jsn", "data", "data fetch", "data get letters")),
        ("train --recipe deep", "no recipe 'deep'"), ("train --steps 0", "steps 0"), ("train --steps many", "--steps"),
        ("train --seed -1", "seed -1"), ("train --learning-rate nan", "learning_rate nan"), ("train more", "more"),
        ("train --layers dense", "there is no layer 'dense'"),
        ("train --stepz 3", "--stepz"), ("train --initial-weights none.npz", "none.npz does not exist"),
        ("train --save no/such/folder/w.npz", "no/such/folder"), ("train --save .", "is a folder"),
        (f"train --save {'x' * 300}", "cannot be written"), ("train --data no-such-folder", "no-such-folder"),
        ("train --save /proc/w.npz", "cannot be written"), ("train --save w.keras", "name it .npz"),
        ("predict", "FILE"), ("predict --model x", "FILE"), ("predict ", "'' holds no pictures"),
        ("evaluate none.jsonl", "none.jsonl"), ("evaluate --model none.npz", "none.npz"),
        ("evaluate --mistakes -3", "--mistakes"),
    ],
)  # fmt: skip
def test_bad_input_is_one_sentence_and_status_2(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: str, message: str
) -> None:
    monkeypatch.chdir(tmp_path)
    assert message in refused(run(*command.split(" ")))


def test_a_fault_of_ours_is_logged_and_its_log_named(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError("the moon is in the wrong place")

    monkeypatch.setattr(shipped, "shipped_weights", fail)
    answer = run("predict", strokes(tmp_path / "d.jsonl", SEVEN))
    log = folders.of("log") / fault_log.FILE
    assert (answer.status, answer.out, str(log) in answer.err, "Traceback" in answer.err) == (1, "", True, False)
    assert {"Traceback", "the moon is in the wrong place"} <= set(re.findall("Traceback|the moon .*", log.read_text()))
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("DIGITSCOPE_HOME", str(tmp_path / "file"))  # where no log can be
    answer = run("predict", tmp_path / "d.jsonl")
    assert (answer.status, "RuntimeError" in answer.err) == (1, True)


def test_what_the_machine_refuses_is_one_sentence_and_stops_no_training(
    run: Run, data_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    refuses = "x" * 300  # to look at a name so long fails, as it does within a folder without permission
    for command in ("predict", "evaluate", "predict d.jsonl --model", "train --initial-weights"):
        assert refuses in refused(run(*command.split(), refuses))
    monkeypatch.setenv("DIGITSCOPE_HOME", refuses)
    assert "hands cannot be read" in refused(run("hands", "list"))
    assert doctor.last_crash().found == "none known"
    assert run("train", "--steps", 5, "--data", data_folder).status == 0


def test_ctrl_c_ends_a_training_process_with_130(data_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("COVERAGE_PROCESS_CONFIG", raising=False)  # it keeps its lock where Ctrl+C falls into it
    started = process("train", "--steps", 10_000_000, "--costs", "--data", data_folder)
    assert there(started.stdout).readline().startswith("Cost: ")
    started.send_signal(signal.SIGINT)
    _, err = started.communicate(timeout=280)
    assert (started.returncode, "Traceback" in err) == (130, False)


def test_ctrl_c_while_modules_are_loaded_is_not_told(tmp_path: Path) -> None:
    (tmp_path / "typer.py").write_text("raise KeyboardInterrupt")
    here = {**os.environ, "PYTHONPATH": str(tmp_path)}
    command = [sys.executable, "digitscope.py", "--help"]
    done = subprocess.run(command, env=here, capture_output=True, text=True, cwd=ROOT, timeout=280, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (130, "", "")


def test_a_reader_that_goes_away_does_not_cost_the_weights(data_folder: Path, tmp_path: Path) -> None:
    kept = tmp_path / "w.npz"
    started = process("train", "--steps", 20_000, "--costs", "--save", kept, "--data", data_folder)
    there(started.stdout).readline()
    there(started.stdout).close()
    assert started.wait(timeout=280) == 0
    with there(started.stderr) as errors:
        said = errors.read()
    assert ("Error" in said, "oneDNN" in said, kept.exists()) == (False, False, True)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full, which only Linux has")
def test_a_full_disk_behind_standard_output_is_one_sentence(tmp_path: Path) -> None:
    file = strokes(tmp_path / "d.jsonl", SEVEN)
    for command, told in ((("predict", file), "standard output cannot be written"), (("--help",), "has no room")):
        with Path("/dev/full").open("w") as full:
            started = process(*command, stdout=full.fileno())
            _, err = started.communicate(timeout=280)
        assert (started.returncode, len(err.splitlines()), told in err) == (2, 1, True)


@pytest.mark.skipif(os.name != "posix", reason="closes a stream as POSIX shells do")
def test_notes_that_nobody_can_read_never_reach_standard_output(data_folder: Path) -> None:
    command = f'"{sys.executable}" -c "{ENTRY}" train --steps 5 --json --data "{data_folder}" 2>&-'
    done = subprocess.run(command, shell=True, capture_output=True, text=True, cwd=ROOT, timeout=280, check=False)
    assert (done.returncode, done.stdout[:9], len(done.stdout.splitlines())) == (0, '{"recipe"', 1)


def modules_of(*arguments: object, code: str = LISTED) -> set[str]:
    _, err = process(*arguments, code=code).communicate(timeout=280)
    return {name.split(".")[0] for name in err.splitlines()[-1].split()}


def test_only_training_imports_tensorflow_and_nothing_qt(tmp_path: Path, data_folder: Path) -> None:
    file, window = strokes(tmp_path / "d.jsonl", SEVEN), {"PySide6", "pyqtgraph", "gui"}
    for command in ("predict", "evaluate"):
        assert not modules_of(command, file, "--json") & {"tensorflow", "keras", *window}
    loaded = modules_of("train", "--steps", 5, "--json", "--data", data_folder)
    assert "tensorflow" in loaded
    assert not loaded & window
    paths = [path for path in sorted((ROOT / "core").rglob("*.py")) if "commands" not in path.parts]
    names = [".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__") for path in paths]
    loaded = modules_of(code=f"import sys, {', '.join(names)}; print(*sys.modules, file=sys.stderr)")
    assert "core" in loaded
    assert not loaded & {"typer", "rich", "tensorflow", "keras", *window}  # the rest of the core


def test_a_thousand_digits_are_read_in_one_process_in_order(run: Run, tmp_path: Path) -> None:
    lines = [{"strokes": (small.SEVEN.points * (1 + number)).tolist()} for number in range(3)]
    assert run("predict", strokes(tmp_path / "bad.jsonl", *lines)).status == 2  # strokes that are points
    good = [{"strokes": [(small.SEVEN.points * (1 + number)).tolist()]} for number in range(1_000)]
    answer = run("predict", strokes(tmp_path / "d.jsonl", *good), "--json")
    assert [told["digit"] for told in answer.json] == [7] * 1_000
