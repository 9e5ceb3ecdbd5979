import json
from pathlib import Path
from typing import Any

import pytest

from tests import branches


def report(core: int, gui: int) -> dict[str, Any]:
    def of(taken: int) -> dict[str, Any]:
        summary = {"num_branches": 100, "covered_branches": taken, "missing_branches": 100 - taken}
        return {"summary": summary, "missing_branches": [[7, 9], [8, -1]]}

    return {"files": {"core/a.py": of(core), "gui/b.py": of(gui)}}


@pytest.mark.parametrize(("core", "gui", "status"), [(95, 85, 0), (94, 100, 1), (100, 84, 1)])
def test_each_package_must_have_its_share_of_branches(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], core: int, gui: int, status: int
) -> None:
    path = tmp_path / "coverage.json"
    path.write_text(json.dumps(report(core, gui)))
    assert branches.main(str(path)) == status
    assert f"core: {core}.0% of branches" in capsys.readouterr().out


def test_the_files_that_lack_most_come_first_with_what_they_lack(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "coverage.json"
    path.write_text(json.dumps(report(98, 90)))
    branches.main(str(path))
    assert capsys.readouterr().out.splitlines()[2:] == [
        "  10 branches  gui/b.py  7->9, 8->end",
        "   2 branches  core/a.py  7->9, 8->end",
    ]
