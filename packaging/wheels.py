"""Writes docs/wheels.md: on which machines, with which Python, all that Digitscope needs is there as wheels.

`make wheels` runs it. uv resolves pyproject.toml with constraints.txt for each machine, from this one.
"""

import os
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PYTHONS = ("3.10", "3.11", "3.12", "3.13", "3.14", "3.15")
MACOS_VARIABLE = "MACOSX_DEPLOYMENT_TARGET"
MACHINES = {  # uv's names of them, and the oldest macOS that is meant
    "Linux x86-64 (glibc 2.34)": ("x86_64-manylinux_2_34", ""),
    "Linux x86-64 (glibc 2.28)": ("x86_64-manylinux_2_28", ""),
    "Linux Arm (glibc 2.39)": ("aarch64-manylinux_2_39", ""),
    "Windows x64": ("x86_64-pc-windows-msvc", ""),
    "Windows Arm": ("aarch64-pc-windows-msvc", ""),
    "macOS 14, Apple silicon": ("aarch64-apple-darwin", "14.0"),
    "macOS 13, Apple silicon": ("aarch64-apple-darwin", "13.0"),
    "macOS 13, Intel": ("x86_64-apple-darwin", "13.0"),
}
INTRODUCTION = """# Wheels

Where `make run` can install Digitscope: the versions of TensorFlow and Qt that it gets, or the first package that
is not there as a wheel; and where `make test` lacks one more. Made by `make wheels`; nothing of it is run on those
machines.
"""


def resolved(python: str, machine: str, macos: str, *extra: str) -> tuple[dict[str, str], str]:
    """Return the versions that a machine gets, by package, and "", or none, and what it lacks."""
    options = ["--python-version", python, "--python-platform", machine, "--only-binary", ":all:", *extra]
    command = ["uv", "pip", "compile", "--quiet", "--no-header", *options, "-c", "constraints.txt", "pyproject.toml"]
    environment = {**os.environ, **({MACOS_VARIABLE: macos} if macos else {})}
    finished = subprocess.run(command, check=False, cwd=ROOT, env=environment, capture_output=True, text=True)
    if finished.returncode:
        missing = re.search(r"([\w-]+)(?:\{[^}]*\})?\S* (?:has no|cannot be used|you require)", finished.stderr)
        return {}, f"no {missing[1]}" if missing else "no"
    return dict(re.findall(r"^([\w-]+)==(\S+)", finished.stdout, re.MULTILINE)), ""


def cell(*wanted: str) -> str:
    """Return what a Python on a machine, with the oldest macOS, gets for `make run`, and what it lacks for tests."""
    versions, lacking = resolved(*wanted)
    if lacking:
        return lacking
    tensorflow = versions.get("tensorflow-cpu") or versions["tensorflow"]
    lacking = resolved(*wanted, "--extra", "dev")[1]
    return f"{tensorflow}, Qt {versions['pyside6-essentials']}{lacking and f'; for tests {lacking}'}"


def main() -> None:
    """Write the table."""
    heads = ("| machine |", *(f" Python {python} |" for python in PYTHONS), "\n|---|", "---|" * len(PYTHONS), "\n")
    rows = []
    for name, (machine, macos) in MACHINES.items():
        cells = (cell(python, machine, macos) for python in PYTHONS)
        rows.append(f"| {name} | {' | '.join(cells)} |\n")
        sys.stderr.write(rows[-1])
    (ROOT / "docs" / "wheels.md").write_text("\n".join((INTRODUCTION, "".join((*heads, *rows)))), encoding="utf-8")


if __name__ == "__main__":
    main()
