"""Whether this machine can load TensorFlow, found out without loading it: where it cannot, it may end the process.

A TensorFlow that was installed whole, on a processor that it was built for, is trusted; any other, and one that was
being loaded when the app ended, is first tried in a process of its own.
"""

import csv
import ctypes
import importlib.util
import os
import platform
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Generator
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path

from core.errors import UserError
from core.files import folders
from core.progress import IsCancelled, never
from core.words import mark, said, say

OLDEST = (2, 16)  # the first with the Keras 3 that Digitscope writes files for
REMEDY = mark("install it anew with: pip install --force-reinstall tensorflow")
PROJECTS = ("tensorflow-cpu", "tensorflow", "tensorflow-intel", "tensorflow-macos")  # that bring the package
MARK = "tensorflow-is-loading"
NAP_S = 0.02  # between two looks at whether a trial has ended
LONGEST_TRIAL_S = 120.0  # a cold disk takes half a minute
AVX = 39  # PF_AVX_INSTRUCTIONS_AVAILABLE, Windows' number of the processor's feature
X86 = ("x86_64", "amd64")
TRIAL = "import tensorflow; print(); print(tensorflow.__version__)"
TRIAL_ON_PATH = f"import sys; sys.path[:] = sys.argv[1:]; {TRIAL}"
TRIAL_OPTION = "--try-tensorflow"  # what a bundled app, which has no `python -c`, is started with to run the trial


def check(is_cancelled: IsCancelled = never) -> None:
    """Raise UserError where TensorFlow is missing, too old, or cannot be loaded; may try it for some seconds."""
    found = installed()
    if found is None:
        raise UserError(
            "TensorFlow is not installed, so nothing can be trained; install it with: pip install tensorflow."
        )
    if found:
        check_version(found)
    is_marked = False  # likewise where no mark can be left, since the folder cannot be seen
    with suppress(OSError):
        is_marked = _mark().exists()
    if not found or has_avx() is False or is_marked:
        check_version(tried(is_cancelled))


def installed() -> str | None:
    """Return the version of what an import would find, "" where no installer knows it; None where there is nothing."""
    try:
        spec = importlib.util.find_spec("tensorflow")
    except (ImportError, ValueError):
        return None
    if spec is None or spec.origin is None:
        return None
    path = Path(spec.origin)
    return next(filter(None, (_version_at(name, path) for name in PROJECTS)), "")


def check_version(version: str) -> None:
    """Raise UserError for a version such as 2.12.0 that is too old."""
    numbers = tuple(int(part) for part in version.split(".")[:2] if part.isdigit())
    if numbers < OLDEST:
        oldest = ".".join(map(str, OLDEST))
        values = {"version": version, "oldest": oldest, "remedy": said(REMEDY)}
        raise UserError("TensorFlow {version} is too old, Digitscope needs {oldest} or newer; {remedy}.", **values)


def has_avx(
    machine: str | None = None, system: str = sys.platform, cpuinfo: Path = Path("/proc/cpuinfo")
) -> bool | None:
    """Return whether the processor has AVX, which TensorFlow's builds for x86 need; None where that is not known."""
    if (machine or platform.machine()).lower() not in X86:
        return None
    if system == "win32":
        return bool(ctypes.CDLL("kernel32").IsProcessorFeaturePresent(AVX))
    with suppress(OSError):
        flags = [line for line in cpuinfo.read_text().splitlines() if line.startswith("flags")]
        return "avx" in flags[0].split() if flags else None
    return None


def tried(is_cancelled: IsCancelled = never) -> str:
    """Load TensorFlow in a process of its own and return its version; raises UserError when that fails."""
    opened = partial(tempfile.TemporaryFile, "w+", errors="replace")  # a pipe can be held open by its own children
    with opened() as printed, opened() as complained:
        child = subprocess.Popen(
            [sys.executable, *([TRIAL_OPTION] if is_bundled() else ["-c", TRIAL_ON_PATH, *sys.path])],
            stdin=subprocess.DEVNULL,
            stdout=printed,
            stderr=complained,
            env={**os.environ, "TF_CPP_MIN_LOG_LEVEL": "3"},
        )
        end, is_in_time = time.monotonic() + LONGEST_TRIAL_S, True
        while child.poll() is None:
            is_in_time = time.monotonic() <= end
            if is_cancelled() or not is_in_time:
                child.kill()
            with suppress(subprocess.TimeoutExpired):
                child.wait(NAP_S)
        printed.seek(0)
        complained.seek(0)
        lines, complaints = printed.read().split(), complained.read().strip().splitlines()
    if child.returncode or not lines:
        reason = _reason(child.returncode, complaints) if is_in_time else say("it takes too long")
        raise UserError("TensorFlow cannot be loaded ({reason}); {remedy}.", reason=reason, remedy=said(REMEDY))
    return lines[-1]


def is_bundled() -> bool:
    """Return whether this is the app with a Python of its own, whose libraries were put there when it was made."""
    return bool(getattr(sys, "frozen", False))


@contextmanager
def noted() -> Generator[None, None, None]:
    """Leave a mark on the disk while TensorFlow is being loaded; a process that it ends leaves it for the next."""
    with suppress(OSError):
        _mark().parent.mkdir(parents=True, exist_ok=True)
        _mark().touch()
    try:
        yield
    finally:
        forget()


def forget() -> None:
    """Take the mark away: the process ends for another reason."""
    with suppress(OSError):
        _mark().unlink(missing_ok=True)


def _mark() -> Path:
    return folders.of("log") / MARK


def _version_at(project: str, path: Path) -> str:
    """Return the version that an installer recorded for the package at a path; "" unless it put that file there."""
    from importlib import metadata  # it brings the whole of email along, which the first paint need not wait for

    try:
        found = metadata.distribution(project)
    except metadata.PackageNotFoundError:
        return ""
    if is_bundled():
        return found.version
    if Path(str(found.locate_file("tensorflow/__init__.py"))).resolve() != path.resolve():
        return ""
    record = (line for line in (found.read_text("RECORD") or "").splitlines() if "tensorflow/__init__.py," in line)
    sizes = {row[0]: row[-1] for row in csv.reader(record) if row}
    return found.version if sizes.get("tensorflow/__init__.py") == str(path.stat().st_size) else ""


def _reason(status: int, complaints: list[str]) -> str:
    if status < 0:
        name = signal.Signals(-status).name if -status in set(signal.Signals) else f"signal {-status}"
        if has_avx() is False:
            return say(
                "it ends the process that loads it, {name}; this processor has no AVX, which TensorFlow needs",
                name=name,
            )
        return say("it ends the process that loads it, {name}", name=name)
    return complaints[-1][:200] if complaints else say("exit status {status}", status=status)
