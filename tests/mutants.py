"""`make mutants`: small changes of the code that no test notices, and whether their share is small enough.

mutmut changes the modules that pyproject.toml names, in a copy of the tree, one change at a time, and runs their tests.
What is known to survive, and why, is in docs/mutants.md, whose last part this writes.
"""

import json
import os
import subprocess
import sys
from collections import Counter
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from tests.measure import tables

LEAST = 0.90  # of the mutants are noticed
STATS = Path("mutants") / "mutmut-cicd-stats.json"
LAST_RUN = "## The last run\n"


def main() -> int:
    """Run mutmut, tell what survived; return 1 where that is too much, or where mutmut itself failed."""
    # the same examples of hypothesis each time, or a mutant is noticed by luck
    given = {**os.environ, "CI": "1", "QT_QPA_PLATFORM": "offscreen"}
    for command in (["run"], ["export-cicd-stats"]):
        done = subprocess.run([_mutmut(), *command], env=given, check=False)
        if done.returncode:
            return done.returncode
    listed = subprocess.run([_mutmut(), "results"], capture_output=True, text=True, check=True).stdout
    stats = json.loads(STATS.read_text())
    above = (tables.DOCS / "mutants.md").read_text().partition(LAST_RUN)[0]
    tables.write("mutants.md", above + LAST_RUN + told(stats, survivors(listed), date.today()))
    return int(share(stats) < LEAST)


def told(stats: Mapping[str, int], survive: Mapping[str, int], day: date) -> str:
    """Return what came of a run, with how many mutants of each function survive."""
    rows = [[f"`{name}`", str(count)] for name, count in survive.items()]
    found = f"{day}: {stats['total']:,} mutants, {share(stats):.1%} of them noticed, at least {LEAST:.0%} are wanted."
    return f"\n{found}\n\n{tables.table(('where', 'survive'), rows)}\n"


def share(stats: Mapping[str, int]) -> float:
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
