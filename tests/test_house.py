"""The house itself: pins, import contracts, what the wheel holds, what may be in the repository."""

import configparser
import os
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from gui.system.display import DESKTOP_ID
from tests.there import there

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

ROOT = Path(__file__).resolve().parents[1]
PACKAGES = ("assets", "core", "gui")
MODULES = {"digitscope.py": "__init__.py", "__main__.py": "__main__.py"}  # at the top, and in the wheel's package
COMMITTED = (*PACKAGES, "tests", "docs", "packaging", ".ci")
LARGEST_FILE = 1_000_000  # bytes; data sets are larger, weights and pictures are not
PLATFORMS = {
    "Linux": ("linux", "x86_64"), "Linux on Arm": ("linux", "aarch64"), "Windows": ("win32", "AMD64"),
    "macOS": ("darwin", "arm64"),
}  # fmt: skip
OFFENCES = {
    "core/offender.py": "import PySide6.QtCore\nimport tensorflow\nimport typer\n",
    "gui/canvas/digit_canvas.py": "import gui.plots.cost_plot\n",
}
CONTRACTS = (
    *("The application stands on the window", "Widgets never meet", "The core runs in a terminal"),
    *("TensorFlow is reached", "Only core.commands speaks"),
)


def project() -> dict[str, dict[str, list[str]]]:
    contents: dict[str, dict[str, list[str]]] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    return contents


def requirements() -> list[Requirement]:
    table = project()["project"]
    extras = table["optional-dependencies"]
    assert isinstance(extras, dict)
    texts = (*table["dependencies"], *extras["dev"], *extras["bundle"], *extras["mutants"])
    return [Requirement(text) for text in texts]


def pins() -> list[Requirement]:
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    return [Requirement(line) for line in lines if not line.startswith("#")]


def applies(requirement: Requirement, environment: dict[str, str]) -> bool:
    return requirement.marker is None or requirement.marker.evaluate(environment)


def files() -> list[Path]:
    found = (path for folder in COMMITTED for path in (ROOT / folder).rglob("*"))
    return [path for path in found if path.is_file() and "__pycache__" not in path.parts]


@pytest.mark.parametrize("python", ["3.10", "3.11", "3.12", "3.13", "3.14"])
@pytest.mark.parametrize("platform", PLATFORMS)
def test_every_requirement_has_one_tried_version_within_its_range(python: str, platform: str) -> None:
    system, machine = PLATFORMS[platform]
    environment = {"python_version": python, "sys_platform": system, "platform_machine": machine}
    for requirement in (r for r in requirements() if applies(r, environment)):
        name = canonicalize_name(requirement.name)
        tried = [pin for pin in pins() if canonicalize_name(pin.name) == name and applies(pin, environment)]
        assert len(tried) == 1, f"{requirement.name}: {[str(pin) for pin in tried]}"
        (version,) = tried[0].specifier
        assert requirement.specifier.contains(version.version), f"{tried[0]} against {requirement}"


def test_the_constraints_are_plain_pins_without_addresses() -> None:
    for pin in pins():
        assert pin.url is None
        assert [specifier.operator for specifier in pin.specifier] == ["=="]


def test_only_one_tensorflow_is_installed_anywhere() -> None:
    for system, machine in PLATFORMS.values():
        environment = {"python_version": "3.12", "sys_platform": system, "platform_machine": machine}
        chosen = [r.name for r in requirements() if "tensorflow" in r.name and applies(r, environment)]
        assert len(chosen) == 1, (system, machine, chosen)


@pytest.fixture(scope="module")
def offended_contracts(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Return what lint-imports says of a copy of the packages in which every contract is offended."""
    copy = tmp_path_factory.mktemp("offended")
    shutil.copy(ROOT / "pyproject.toml", copy)
    for package in ("core", "gui"):
        shutil.copytree(ROOT / package, copy / package, ignore=shutil.ignore_patterns("__pycache__"))
    for name, offence in OFFENCES.items():
        with (copy / name).open("a", encoding="utf-8") as file:
            file.write(offence)
    program = shutil.which("lint-imports", path=str(Path(sys.executable).parent))
    assert program
    environment = {**os.environ, "COLUMNS": "400"}
    finished = subprocess.run([program, "--no-cache"], cwd=copy, env=environment, capture_output=True, encoding="utf-8")
    assert finished.returncode == 1
    return finished.stdout


def test_an_import_that_breaks_the_design_breaks_its_contract(offended_contracts: str) -> None:
    told = [line for line in offended_contracts.splitlines() if re.search("KEPT|BROKEN", line)]
    for contract in CONTRACTS:
        (line,) = (line for line in told if contract in line)
        assert "BROKEN" in line


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    (built,) = folder.glob("*.whl")
    return built


def test_the_wheel_holds_one_package_with_every_file_of_the_three_and_the_command(wheel: Path) -> None:
    ours = {path.relative_to(ROOT).as_posix() for path in files() if path.relative_to(ROOT).parts[0] in PACKAGES}
    names = zipfile.ZipFile(wheel).namelist()
    held = {name for name in names if ".dist-info/" not in name and ".data/" not in name}
    pages = {f"how-to/{page.name}" for page in (ROOT / "docs" / "how-to").iterdir()}  # which Help opens
    assert held == {f"digitscope/{name}" for name in ours | pages | set(MODULES.values())}
    (entry_points,) = (name for name in names if name.endswith("entry_points.txt"))
    assert "digitscope = digitscope:main" in zipfile.ZipFile(wheel).read(entry_points).decode()


def test_the_wheel_puts_the_desktop_entry_and_its_icon_where_a_linux_desktop_looks(wheel: Path) -> None:
    names = [name.partition(".data/data/")[2] for name in zipfile.ZipFile(wheel).namelist() if ".data/" in name]
    assert f"share/applications/{DESKTOP_ID}.desktop" in names
    entry = configparser.ConfigParser(interpolation=None, strict=True)
    entry.read(ROOT / "assets" / "desktop" / f"{DESKTOP_ID}.desktop", encoding="utf-8")
    assert f"share/icons/hicolor/scalable/apps/{entry['Desktop Entry']['Icon']}.svg" in names
    assert entry["Desktop Entry"]["Exec"] in project()["project"]["scripts"]


def test_the_metainfo_names_the_newest_release_of_the_changelog() -> None:
    described = ET.parse(ROOT / "assets" / "desktop" / f"{DESKTOP_ID}.metainfo.xml").getroot()
    release = there(described.find("releases/release"))
    newest = re.search(r"^## (\S+) \((\S+)\)", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert newest
    assert newest.groups() == (release.get("version"), release.get("date"))
    assert newest[1] == str(project()["project"]["version"])


@pytest.fixture
def crowded(tmp_path: Path) -> Path:
    """Return a folder with packages of others that are named as ours, and are faults when they are imported."""
    for package in PACKAGES:
        (tmp_path / "crowded" / package).mkdir(parents=True)
        (tmp_path / "crowded" / package / "__init__.py").write_text("raise RuntimeError(__file__)", encoding="utf-8")
    return tmp_path / "crowded"


@pytest.mark.parametrize("place", ["wheel", "checkout"])
@pytest.mark.parametrize(
    "command",
    [
        ("-c", "import digitscope; from core.model import shipped; print(shipped.shipped_layer().matrix.shape)"),
        ("-m", "digitscope", "train", "--help"),
    ],
)
def test_our_names_mean_ours(wheel: Path, tmp_path: Path, crowded: Path, place: str, command: tuple[str, ...]) -> None:
    zipfile.ZipFile(wheel).extractall(tmp_path / "site")
    site = ROOT if place == "checkout" else tmp_path / "site"
    outside = {**os.environ, "PYTHONPATH": os.pathsep.join((str(crowded), str(site)))}
    finished = subprocess.run([sys.executable, *command], cwd=crowded, env=outside, capture_output=True, text=True)
    assert (finished.returncode, finished.stderr) == (0, "")


def test_no_module_is_too_long_to_hold_one_thing() -> None:
    modules = [path for path in files() if path.suffix == ".py"]
    assert [path.name for path in modules if len(path.read_text(encoding="utf-8").splitlines()) > 250] == []


def test_no_data_set_is_in_the_repository() -> None:
    assert [path for path in files() if path.stat().st_size > LARGEST_FILE or path.suffix in {".gz", ".Z"}] == []


def test_no_file_names_a_folder_of_somebodys_machine() -> None:
    machine = re.compile(rb"/(?:root|work|home/\w+|Users/\w+)/")
    assert [path for path in files() if machine.search(path.read_bytes())] == []


def test_every_make_command_of_readme_and_workflow_is_a_target() -> None:
    readme, workflow = (ROOT / name for name in ("README.md", ".github/workflows/check.yml"))
    promised = set(re.findall(r"\bmake (\w+)", readme.read_text("utf-8") + workflow.read_text("utf-8"))) - {"and"}
    rules = re.findall(r"^([\w ]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    assert {"run", "test", "check", "package"} <= promised <= {target for rule in rules for target in rule.split()}
    assert re.findall(r"^ *(?:- )?[\w-]+: .*: ", workflow.read_text("utf-8"), re.MULTILINE) == []  # no YAML is so


def test_nothing_moves_but_data() -> None:
    # whoever asked the system for less motion gets it from Qt: we add no animation that would have to ask
    classes = ("QPropertyAnimation", "QVariantAnimation", "QParallelAnimationGroup", "QSequentialAnimationGroup")
    found = [path.name for path in (ROOT / "gui").rglob("*.py") if any(name in path.read_text() for name in classes)]
    assert found == []


def test_every_file_that_the_map_names_is_there() -> None:
    text = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    named = set(re.findall(r"`((?:core|gui|assets|tests)/[\w/]+\.\w+)`", text))
    assert len(named) > 40
    assert [name for name in sorted(named) if not (ROOT / name).exists()] == []
