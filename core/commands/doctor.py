"""`digitscope doctor`: what Digitscope stands on, part by part: whether each is well, else what to do."""

import os
import platform
import re
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from core.about import PARTS, version_of
from core.commands.terminal import out
from core.errors import UserError
from core.files import folders, presence
from core.machine import qt_libraries, tensorflow_check
from core.model import shipped
from core.progress import MEGA
from core.sources import forms, mnist, search

PYTHONS = ((3, 10), (3, 14))  # the oldest and the newest that it is tested with
NAME_WIDTH = 20  # characters
WELL, AT_FAULT = "ok   ", "FAULT"
LEAST_ROOM = 200_000_000  # bytes: all data sets and some runs
ON_X = {"DISPLAY": ":0"}


@dataclass(frozen=True, slots=True)
class Finding:
    """One part: what was found, and, where something is at fault, what to do about it."""

    name: str
    found: str
    remedy: str = ""

    @property
    def is_well(self) -> bool:
        """Whether nothing is at fault."""
        return not self.remedy


def findings() -> Iterator[Finding]:
    """Yield what is found, part by part, the slowest last: TensorFlow is loaded in a process of its own."""
    yield python()
    yield Finding("platform", f"{platform.platform()}, {os.cpu_count()} processors")
    yield from (package(name, PARTS[name][1]) for name in sorted(PARTS, key=str.lower) if PARTS[name][1])
    yield from qt()
    yield own_weights()
    yield data()
    yield from (folder(f"{kind} folder", folders.of(kind)) for kind in folders.PLACES)
    yield last_crash()
    yield tensorflow()


def python(version: tuple[int, ...] = sys.version_info[:3]) -> Finding:
    """Look at Python's version."""
    oldest, newest = (".".join(map(str, each)) for each in PYTHONS)
    is_fit = PYTHONS[0] <= version[:2] <= PYTHONS[1]
    remedy = "" if is_fit else f"install Python {oldest} to {newest} and set Digitscope up with it"
    return Finding("Python", f"{'.'.join(map(str, version))}, {sys.executable}", remedy)


def package(name: str, oldest: str) -> Finding:
    """Look whether a package is there and new enough."""
    version = version_of(name)
    if version and _numbers(version) >= _numbers(oldest):
        return Finding(name, version)
    remedy = f'install it with: pip install --upgrade "{name}>={oldest}"'
    return Finding(name, f"{version}, older than {oldest}" if version else "not installed", remedy)


def qt() -> Iterator[Finding]:
    """Look whether the system has the libraries that Qt stands on."""
    if qt_libraries.folder() is None:
        yield Finding("Qt", "not installed", "install it with: pip install PySide6-Essentials")
        return
    if version := qt_libraries.unfit_version():
        yield Finding("Qt", f"{version}, which ends this Python after a while", qt_libraries.FITS_OLD_PYTHON)
    fault = qt_libraries.fault(qt_libraries.WIDGETS)
    yield Finding("Qt's libraries", fault or "all there", qt_libraries.remedy() if fault else "")
    fault = qt_libraries.window_fault()
    if fault or qt_libraries.platforms():
        yield Finding("windows", fault or "can be opened", qt_libraries.remedy() if fault else "")
    elif fault := qt_libraries.window_fault(ON_X):
        yield Finding("windows", f"could not be opened on X, but no display is requested ({fault})")


def own_weights() -> Finding:
    """Look whether the weights that come with the app can be read."""
    try:
        weights = shipped.shipped_weights()
    except (UserError, OSError) as error:
        return Finding("weights", str(error), "install Digitscope anew")
    return Finding("weights", f"those of the app, recipe {weights.recipe}")


def data() -> Finding:
    """Look whether there are digits to train on; that there are none yet is no fault."""
    try:
        requested = search.requested_folder()
        if requested is not None:
            return Finding("data", f"{forms.opened(requested).title} in {requested}")
        cache = folders.of("data", mnist.NAME)
        lacking = mnist.missing(cache)
        found = [file for file in mnist.FILES if presence.exists(cache / file.name)]
    except UserError as error:
        return Finding("data", str(error), f"choose another folder, or unset {search.DATA_VARIABLE}")
    except OSError as error:
        return Finding("data", str(error), "remove the folder and run: digitscope data get mnist")
    if not lacking:
        return Finding("data", f"MNIST in {cache}")
    if found:
        return Finding("data", f"MNIST is damaged or not whole in {cache}", "run: digitscope data get mnist")
    return Finding("data", "none yet; training fetches MNIST, or practises with digits drawn here")


def folder(name: str, path: Path) -> Finding:
    """Look whether a folder, or the nearest one that there is above it, can be written to and has room."""
    remedy = f"make it writable, or set {folders.HOME_VARIABLE} to a folder of your own"
    try:
        there = next(place for place in (path, *path.parents) if presence.exists(place))
        with tempfile.TemporaryFile(dir=there) as file:
            file.write(bytes(1_000))
        room = shutil.disk_usage(there).free
    except OSError as error:
        return Finding(name, f"{path} cannot be written to: {error.strerror or error}", remedy)
    found = f"{path}, {room // MEGA:,} MB free"
    return Finding(name, found, "" if room >= LEAST_ROOM else f"make room, or set {folders.HOME_VARIABLE} elsewhere")


def last_crash() -> Finding:
    """Look whether the window has crashed; it goes on all the same, so this is no fault."""
    # a window that was opened since has put what it found aside
    paths = [folders.of("log") / name for name in ("crash.log", "last-crash.log")]
    known = None
    with suppress(OSError):  # a folder that cannot be seen is named as one that cannot be written to
        known = next((path for path in paths if presence.is_file(path) and path.stat().st_size), None)
    return Finding("last crash", f"written down in {known}" if known else "none known")


def tensorflow() -> Finding:
    """Load TensorFlow in a process of its own."""
    avx = {True: "", False: "; the processor has no AVX", None: ""}[tensorflow_check.has_avx()]
    try:
        if tensorflow_check.installed() is None:
            return Finding("TensorFlow", "not installed", tensorflow_check.REMEDY)
        version = tensorflow_check.tried()
        tensorflow_check.check_version(version)
    except UserError as error:
        return Finding(
            "TensorFlow", f"{error}{avx}", f"{tensorflow_check.REMEDY}; drawing and reading go on without it"
        )
    return Finding("TensorFlow", f"{version} can be loaded")


def _numbers(version: str) -> tuple[int, ...]:
    """Return the numbers that a version begins with: (1, 8, 1) of 1.8.1rc2."""
    return tuple(int(part) for part in re.match(r"[\d.]*", version).group().split(".") if part)  # type: ignore[union-attr]


def examine() -> None:
    """Look at all that Digitscope stands on, and say what to do about each fault."""
    faults = 0
    for finding in findings():
        lines = [f"{WELL if finding.is_well else AT_FAULT}  {finding.name:<{NAME_WIDTH}}  {finding.found}"]
        if not finding.is_well:
            faults += 1
            lines.append(f"{'':{len(AT_FAULT) + NAME_WIDTH + 4}}-> {finding.remedy}")
        out(lines)
    if faults:
        raise UserError(f"{faults} {'part is' if faults == 1 else 'parts are'} at fault; what to do stands above.")
