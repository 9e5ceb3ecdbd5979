"""Kills the downloader (kill -9, a process without TensorFlow) at random moments, and looks at the cache it leaves.

python -m tests.core.sources.kills [--count 200] [--seed 1]
"""

import argparse
import random
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

from tests.core.sources import server
from tests.core.sources.server import Mirror
from tests.core.sources.two_files import FILES, SOURCE, fetch

LONGEST_S = 0.8  # from the first request to the kill; the slow mirror takes about 0.5 s for both files
CHILD = """
import sys
from pathlib import Path
from tests.core.sources.two_files import SOURCE, fetch
fetch(SOURCE.at(sys.argv[1]), Path(sys.argv[2]))
"""


def main() -> int:
    parser = argparse.ArgumentParser(prog="tests.core.sources.kills")
    parser.add_argument("--count", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    moments, left = random.Random(options.seed), Counter[int]()
    for _ in range(options.count):
        with tempfile.TemporaryDirectory() as folder, server.running(FILES, server.serve_slowly) as mirror:
            left[len(left_by_killed(mirror, Path(folder), moments.uniform(0, LONGEST_S)))] += 1
            fetch(SOURCE.at(mirror.base), Path(folder))
            if held(Path(folder)) != FILES:
                raise AssertionError(f"after a further download the cache holds {sorted(held(Path(folder)))}")
    print(f"{options.count} kills: " + ", ".join(f"{left[count]} left {count} whole files" for count in sorted(left)))
    return 0


def left_by_killed(mirror: Mirror, folder: Path, after_s: float) -> dict[str, bytes]:
    """Kill a download so long after its first request; return the files under their final names, all of them whole.

    Raises AssertionError where one is not.
    """
    child = subprocess.Popen([sys.executable, "-c", CHILD, mirror.base, str(folder)])
    while not mirror.asked and child.poll() is None:
        mirror.free.wait(0.005)
    mirror.free.wait(after_s)
    child.kill()
    child.wait()
    found = held(folder)
    if not found.items() <= FILES.items():
        raise AssertionError(f"the cache holds {[name for name in found if found[name] != FILES.get(name)]} damaged")
    return found


def held(folder: Path) -> dict[str, bytes]:
    """Return a folder's files by name; what was left half done, in a folder of its own, is cleared away later."""
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


if __name__ == "__main__":
    sys.exit(main())
