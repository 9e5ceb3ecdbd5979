"""`make mutants`: small changes of the code that no test notices, and whether their share is small enough.

mutmut changes the modules that pyproject.toml names, in a copy of the tree, one change at a time, and runs their tests.
What is known to survive, and why, is in docs/mutants.md.
"""

import json
import os
import subprocess
import sys
from collections import Counter
from pathlib import Path

LEAST = 0.90  # of the mutants are noticed
STATS = Path("mutants") / "mutmut-cicd-stats.json"


def main() -> int:
    """Run mutmut, tell what survived; return 1 where that is too much, or where mutmut itself failed."""
    # the same examples of hypothesis each time, or a mutant is noticed by luck
    given = {**os.environ, "CI": "1", "QT_QPA_PLATFORM": "offscreen"}
    for command in (["run"], ["export-cicd-stats"]):
        done = subprocess.run([_mutmut(), *command], env=given, check=False)
        if done.returncode:
            return done.returncode
    listed = subprocess.run([_mutmut(), "results"], capture_output=True, text=True, check=True).stdout
    for name, count in survivors(listed).items():
        print(f"{count:4} survive in {name}")
    noticed = share(json.loads(STATS.read_text()))
    print(f"{noticed:.1%} of the mutants are noticed, at least {LEAST:.0%} are wanted")
    return int(noticed < LEAST)


def share(stats: dict[str, int]) -> float:
    return (stats["killed"] + stats["timeout"] + stats["segfault"]) / max(1, stats["total"])


def survivors(listed: str) -> dict[str, int]:
    """Return how many mutants of each function survive, from mutmut's list of results."""
    names = (line.strip().partition("__mutmut_")[0] for line in listed.splitlines() if line.endswith(": survived"))
    plain = (name.replace("ǁ", ".").replace(".x_", ".").replace(".x.", ".") for name in names)
    return dict(sorted(Counter(plain).items()))


def _mutmut() -> str:
    return str(Path(sys.executable).with_name("mutmut"))


if __name__ == "__main__":
    sys.exit(main())
