"""`make coverage`: the share of branches that tests reach, of each package, and whether it is enough.

python -m tests.branches FILE, a report of `coverage json`
"""

import json
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

LEAST = {"core": 0.95, "gui": 0.85}  # of all branches
WORST = 15  # files that are named


def main(path: str) -> int:
    """Tell the shares and the files that lack most; return 1 where a package has too little."""
    files = json.loads(Path(path).read_text())["files"]
    shares = {package: share(files, package) for package in LEAST}
    for package, reached in shares.items():
        print(f"{package}: {reached:.1%} of branches, at least {LEAST[package]:.0%} are wanted")
    lacking_most = sorted(files.items(), key=lambda file: -file[1]["summary"]["missing_branches"])[:WORST]
    for name, each in lacking_most:
        print(f"{each['summary']['missing_branches']:4} branches  {name}  {_lines(each)}")
    return int(any(shares[package] < least for package, least in LEAST.items()))


def share(files: Mapping[str, Any], package: str) -> float:
    found = [each["summary"] for name, each in files.items() if Path(name).parts[0] == package]
    return float(sum(each["covered_branches"] for each in found) / max(1, sum(each["num_branches"] for each in found)))


def _lines(found: Mapping[str, Any]) -> str:
    return ", ".join(f"{start}->{'end' if end < 0 else end}" for start, end in found["missing_branches"])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
