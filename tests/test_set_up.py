"""The set-up script, on machines made of small fakes: what it installs, when, and what it says where it cannot."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
COPIED = (".ci/set-up", "pyproject.toml", "constraints.txt", "assets/qt-libraries.txt")
NEEDED = ("sh", "cat", "chmod", "cksum", "cp", "dirname", "mkdir", "rm", "sed", "tail", "uname")
# A Python that notes how it was called, makes environments that hold itself, and lacks what LACKS names.
PYTHON = """#!/bin/sh
echo "$*" >>"$CALLS"
lacks() { case " $LACKS " in *" $1 "*) return 0 ;; esac; return 1; }
make() { mkdir -p "$1/bin"; cp "$0" "$1/bin/python"; }
case "$*" in
    "-c import sys; "*) if lacks version; then exit 1; fi ;;
    "-m venv --without-pip "*) make "$4" ;;
    "-m venv "*) if lacks ensurepip; then exit 1; fi; make "$3" ;;
    "-m pip install "*) if lacks network; then exit 1; fi ;;
    "-m pip --python "*) if lacks pip; then exit 1; fi ;;
    "-m pip "*) if lacks ensurepip; then exit 1; fi ;;
    *window_fault*) if lacks window && [ ! -e "$INSTALLED" ]; then echo "libxcb.so.1: $REASON" >&2; exit 1; fi ;;
    *QtWidgets*) if lacks qt && [ ! -e "$INSTALLED" ]; then echo "ImportError: libEGL.so.1: $REASON" >&2; exit 1; fi ;;
esac
"""
APT_GET = """#!/bin/sh
echo "apt-get $*" >>"$CALLS"
echo >"$INSTALLED"
case "$*" in *python3.13*) cp "$SPARE" "${0%/*}/python3.13" ;; esac
"""
APT_CACHE = '#!/bin/sh\n[ "$*" = "show python3.13" ]\n'


class Machine:
    """A folder with a checkout's set-up files and a PATH of its own."""

    def __init__(self, folder: Path) -> None:
        self.checkout, self.programs = folder / "checkout", folder / "bin"
        self.calls_file, self.installed = folder / "calls", folder / "installed"
        self.programs.mkdir()
        for name in COPIED:
            (self.checkout / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, self.checkout / name)
        for name in NEEDED:
            (self.programs / name).symlink_to(shutil.which(name) or name)
        self.add("uname", "#!/bin/sh\necho Linux\n")
        self.add("id", "#!/bin/sh\necho 1000\n")

    def add(self, name: str, script: str) -> None:
        program = self.programs / name
        program.unlink(missing_ok=True)
        program.write_text(script, encoding="utf-8")
        program.chmod(0o755)

    def become_root(self) -> None:
        self.add("id", "#!/bin/sh\necho 0\n")

    def set_up(self, kind: str = "dev", lacks: str = "", **more: str) -> "subprocess.CompletedProcess[str]":
        places = {"PATH": self.programs, "CALLS": self.calls_file, "INSTALLED": self.installed}
        given = {name: str(path) for name, path in places.items()}
        given |= {"LACKS": lacks, "REASON": "cannot open shared object file: No such file or directory", **more}
        self.calls_file.write_text("", encoding="utf-8")
        command = [str(self.checkout / ".ci" / "set-up"), kind]
        return subprocess.run(command, env=given, stdin=subprocess.DEVNULL, capture_output=True, text=True, cwd=os.sep)

    def calls(self, containing: str) -> list[str]:
        return [line for line in self.calls_file.read_text(encoding="utf-8").splitlines() if containing in line]


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    """Return a Debian-like machine with a complete Python, used by somebody who is not root."""
    made = Machine(tmp_path)
    made.add("python3", PYTHON)
    made.add("apt-get", APT_GET)
    made.add("apt-cache", APT_CACHE)
    return made


@pytest.mark.parametrize(("kind", "asked"), [("dev", ".[dev]"), ("run", ".")])
def test_a_fresh_checkout_gets_the_tried_versions_of_what_is_needed(machine: Machine, kind: str, asked: str) -> None:
    finished = machine.set_up(kind)
    assert finished.returncode == 0, finished.stderr
    (install,) = machine.calls("pip install")
    assert install.endswith(f"-c constraints.txt -e {asked}")


def test_once_set_up_it_is_silent_and_installs_nothing(machine: Machine) -> None:
    machine.set_up("dev")
    for kind in ("dev", "run"):
        again = machine.set_up(kind)
        assert (again.returncode, again.stdout, again.stderr) == (0, "", "")
        assert machine.calls("pip install") == []


@pytest.mark.parametrize("name", ["constraints.txt", "pyproject.toml"])
def test_a_changed_requirement_is_installed(machine: Machine, name: str) -> None:
    machine.set_up()
    with (machine.checkout / name).open("a", encoding="utf-8") as file:
        file.write("# changed\n")
    machine.set_up()
    assert len(machine.calls("pip install")) == 1
    machine.set_up()
    assert machine.calls("pip install") == []


def test_a_failed_installation_is_tried_again(machine: Machine) -> None:
    failed = machine.set_up(lacks="network")
    assert failed.returncode == 2
    assert "could not be installed" in failed.stderr
    assert (machine.set_up().returncode, len(machine.calls("pip install"))) == (0, 1)


@pytest.mark.parametrize("lacks", ["version", "python"])
@pytest.mark.parametrize(
    ("program", "remedy"),
    [
        ("apt-get", "sudo apt-get install -y python3.13 python3.13-venv"), ("dnf", "sudo dnf install -y python3.12"),
        ("pacman", "sudo pacman -S --needed uv"), ("zypper", "sudo zypper install -y python313"),
        ("brew", "brew install python@3.13"), ("winget", "winget install Python.Python.3.13"),
        ("ls", "uv, which fetches one"),
    ],
)  # fmt: skip
def test_one_sentence_says_how_to_get_a_python(machine: Machine, lacks: str, program: str, remedy: str) -> None:
    if lacks == "python":
        (machine.programs / "python3").unlink()
    (machine.programs / "apt-get").rename(machine.programs / program)
    finished = machine.set_up(lacks=lacks)
    assert (finished.returncode, finished.stderr.count("\n")) == (2, 1)
    assert "3.10 to 3.14" in finished.stderr
    assert remedy in finished.stderr


def test_where_uv_cannot_fetch_a_python_one_sentence_says_so(machine: Machine) -> None:
    machine.add("uv", "#!/bin/sh\necho a long story >&2\nexit 2\n")
    finished = machine.set_up(lacks="version")
    assert (finished.returncode, finished.stderr.count("\n")) == (2, 1)
    assert "uv could not fetch one; get one with: sudo apt-get" in finished.stderr


@pytest.mark.parametrize("uv", [False, True])
def test_root_gets_the_newest_python_that_apt_knows(machine: Machine, tmp_path: Path, uv: bool) -> None:
    machine.become_root()
    if uv:
        machine.add("uv", "#!/bin/sh\nexit 2\n")
    finished = machine.set_up(SPARE=str((machine.programs / "python3").rename(tmp_path / "spare")))
    assert finished.returncode == 0, finished.stderr
    assert machine.calls("apt-get install")[0].endswith("python3.13 python3.13-venv")


@pytest.mark.parametrize("name", ["python3.12", "python3.14"])
def test_a_second_python_is_found_by_its_version(machine: Machine, name: str) -> None:
    machine.add("python3", "#!/bin/sh\nexit 1\n")
    machine.add(name, PYTHON)
    assert machine.set_up().returncode == 0
    assert (machine.checkout / ".venv" / "bin" / "python").exists()


def test_without_ensurepip_the_systems_pip_installs_else_one_sentence_names_the_package(machine: Machine) -> None:
    assert machine.set_up(lacks="ensurepip").returncode == 0
    assert machine.calls("-m venv --without-pip .venv")
    (install,) = machine.calls("install")
    assert install.startswith("-m pip --python .venv/bin/python install")
    shutil.rmtree(machine.checkout / ".venv")
    finished = machine.set_up(lacks="ensurepip pip")
    assert (finished.returncode, finished.stderr.count("\n")) == (2, 1)
    assert "sudo apt-get install -y python3-venv libegl1" in finished.stderr
    assert machine.calls("apt-get") == []


def test_uv_is_used_where_it_is_there(machine: Machine) -> None:
    machine.add("uv", PYTHON.replace('"-m venv "*)', '"venv "*) make "$5" ;;\n    "-m venv "*)'))
    assert machine.set_up(lacks="ensurepip pip").returncode == 0
    (install,) = machine.calls("pip install")
    assert install.startswith("pip install --quiet --python .venv/bin/python -c constraints.txt -e .[dev]")


@pytest.mark.parametrize(
    ("program", "command"),
    [
        ("apt-get", "sudo apt-get install -y libegl1 libgl1"), ("dnf", "sudo dnf install -y mesa-libEGL"),
        ("pacman", "sudo pacman -S --needed libglvnd"), ("zypper", "sudo zypper install -y libEGL1"),
        ("ls", "install the package that has it"),
    ],
)  # fmt: skip
def test_missing_qt_libraries_are_named_in_one_line(machine: Machine, program: str, command: str) -> None:
    (machine.programs / "apt-get").rename(machine.programs / program)
    finished = machine.set_up(lacks="qt")
    assert finished.returncode == 2
    last = finished.stderr.splitlines()[-1]
    assert "libEGL.so.1" in last
    assert command in last
    assert machine.calls("apt-get") == []


def test_root_gets_the_missing_qt_libraries_and_is_told(machine: Machine) -> None:
    machine.become_root()
    finished = machine.set_up(lacks="qt")
    assert finished.returncode == 0
    assert "installing libegl1" in finished.stderr
    assert len(machine.calls("apt-get install")) == 1


def test_the_app_but_no_test_needs_the_libraries_of_windows(machine: Machine) -> None:
    for lacks in ("window", "qt window"):
        finished = machine.set_up("run", lacks=lacks)
        assert finished.returncode == 2
        assert {"libxcb-cursor0", "libwayland-cursor0"} <= set(finished.stderr.splitlines()[-1].split())
    assert machine.set_up("dev", lacks="window").returncode == 0


def test_a_damaged_installation_of_qt_is_not_mistaken_for_a_missing_library(machine: Machine) -> None:
    finished = machine.set_up(lacks="qt", REASON="No module named PySide6")
    assert finished.returncode == 2
    assert "delete .venv" in finished.stderr
