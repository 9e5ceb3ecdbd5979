"""A few hundred damaged inputs for each reader, in a process with little memory; `make fuzz` tries many more."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
READERS = 30
TOLD = re.compile(r"^(.+?): \d+ inputs, (\d+) accepted, (\d+) refused", re.MULTILINE)


@pytest.mark.skipif(sys.platform == "win32", reason="limits memory as POSIX systems do")
def test_damaged_input_leads_to_a_sentence_for_the_user_and_nothing_else(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "tests.fuzz", "--texts", "300", "--files", "60"]
    done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, timeout=300, check=False)
    assert done.returncode == 0, done.stderr[-3_000:]
    found = {name: (int(accepted), int(refused)) for name, accepted, refused in TOLD.findall(done.stdout)}
    assert len(found) == READERS
    assert [name for name, (accepted, _) in found.items() if not accepted] == []
    assert [name for name, (_, refused) in found.items() if not refused] == ["settings"]  # they are taken as they are
