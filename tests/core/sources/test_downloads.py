import errno
import os
import sys
import time
from pathlib import Path

import numpy as np
import pytest

from core.errors import UserError
from core.files.whole import DEAD_S
from core.progress import CancelledError, Work
from tests.core.sources import server
from tests.core.sources.kills import LONGEST_S, held, left_by_killed
from tests.core.sources.two_files import FILES, SOURCE, fetch


def test_progress_goes_up_to_the_total(tmp_path: Path) -> None:
    seen: list[tuple[str, int, int]] = []
    with server.running(FILES, server.serve_slowly) as mirror:
        fetch(SOURCE.at(mirror.base), tmp_path, Work(lambda *told: seen.append(told)))
    done = [told[1] for told in seen]
    assert done == sorted(done)
    assert len(done) > 4
    assert seen[-1] == ("downloading MNIST", 60_900, 60_900)


def test_whole_files_are_not_asked_for_again_and_damaged_ones_are(tmp_path: Path) -> None:
    with server.running(FILES) as mirror:
        fetch(SOURCE.at(mirror.base), tmp_path)
        (tmp_path / "labels.gz").write_bytes(b"damaged since")
        fetch(SOURCE.at(mirror.base), tmp_path)
        assert mirror.asked == ["/images.gz", "/labels.gz", "/labels.gz"]
    assert held(tmp_path) == FILES


@pytest.mark.parametrize(
    ("behaviour", "reason", "times"),
    [
        (server.truncate, "sent a damaged file", 3), (server.garble, "sent a damaged file", 3),
        (server.drop, "broke off|could not be reached", 3), (server.hang_up_at_once, "could not be reached", 3),
        (server.stall, "did not answer in time", 3), (server.go_on_and_on, "sent more than the file is long", 3),
        (server.refuse(404), "answered 404", 1), (server.refuse(403), "answered 403", 1),
        (server.refuse(500), "answered 500", 3), (server.refuse(429), "answered 429", 3),
    ],
)  # fmt: skip
def test_a_bad_mirror_ends_in_a_sentence(tmp_path: Path, behaviour: server.Behaviour, reason: str, times: int) -> None:
    (tmp_path / "labels.gz").write_bytes(FILES["labels.gz"])
    with server.running(FILES, behaviour) as mirror:
        with pytest.raises(UserError, match=f"MNIST could not be downloaded: .*\\(.*(?:{reason})") as caught:
            fetch(SOURCE.at(mirror.base), tmp_path)
        assert mirror.asked == ["/images.gz"] * times
    assert "\n" not in str(caught.value)
    assert held(tmp_path) == {"labels.gz": FILES["labels.gz"]}


@pytest.mark.parametrize("behaviour", [server.truncate, server.garble, server.drop, server.stall, server.refuse(503)])
def test_what_is_bad_once_is_tried_again(tmp_path: Path, behaviour: server.Behaviour) -> None:
    with server.running(FILES, behaviour, server.serve) as mirror:
        fetch(SOURCE.at(mirror.base), tmp_path)
    assert held(tmp_path) == FILES


def test_where_one_mirror_refuses_for_good_another_serves_once_it_recovers(tmp_path: Path) -> None:
    for refusal in (403, 404):
        folder = tmp_path / str(refusal)
        with (
            server.running(FILES, server.refuse(refusal)) as gone,
            server.running(FILES, server.refuse(503), server.serve) as busy,
        ):
            fetch(SOURCE.at(gone.base, busy.base + "/"), folder)
        assert (gone.asked.count("/images.gz"), busy.asked.count("/images.gz")) == (1, 2)
        assert held(folder) == FILES


def test_a_redirect_is_followed_and_a_circle_of_them_is_not(tmp_path: Path) -> None:
    with server.running(FILES) as good, server.running(FILES, server.redirect(good.base)) as away:
        fetch(SOURCE.at(away.base), tmp_path / "a")
    assert held(tmp_path / "a") == FILES
    with server.running(FILES, server.redirect("")) as circle, pytest.raises(UserError, match="TooManyRedirects"):
        fetch(SOURCE.at(circle.base), tmp_path / "b")


@pytest.mark.parametrize("behaviour", [server.serve_slowly, server.refuse(500)])
def test_cancel_ends_it_and_leaves_nothing_half_done(tmp_path: Path, behaviour: server.Behaviour) -> None:
    with server.running(FILES, behaviour) as mirror, pytest.raises(CancelledError, match="MNIST was cancelled"):
        fetch(SOURCE.at(mirror.base), tmp_path, Work(is_cancelled=lambda: bool(mirror.asked)), backoff_s=60)
    assert not list(tmp_path.iterdir())


def test_what_was_left_long_ago_is_cleared_away_and_what_another_still_writes_is_not(tmp_path: Path) -> None:
    for name, age_s in (("left", DEAD_S + 60), ("written", 60.0)):
        (tmp_path / f".part-{name}").mkdir()
        (tmp_path / f".part-{name}" / "images.gz").write_bytes(b"half")
        for path in (tmp_path / f".part-{name}" / "images.gz", tmp_path / f".part-{name}"):
            os.utime(path, (time.time() - age_s,) * 2)
    with server.running(FILES) as mirror:
        fetch(SOURCE.at(mirror.base), tmp_path)
    assert {path.name for path in tmp_path.glob(".part-*")} == {".part-written"}


def test_no_server_no_folder_and_a_full_disk_are_one_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(descriptor: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with server.running(FILES) as mirror, pytest.raises(UserError, match="No space left on device"):
        fetch(SOURCE.at(mirror.base), tmp_path)
    assert not list(tmp_path.iterdir())
    with pytest.raises(UserError, match=r"127\.0\.0\.1 could not be reached"):
        fetch(SOURCE.at(mirror.base), tmp_path)  # it is gone
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(UserError, match="cannot be written to: .*DIGITSCOPE_HOME"):
        fetch(SOURCE.at("http://127.0.0.1:9"), tmp_path / "file" / "cache")


@pytest.mark.skipif(sys.platform == "win32", reason="there is no kill -9")
@pytest.mark.parametrize("moment", np.linspace(0, LONGEST_S, 6))
def test_after_kill_9_the_cache_holds_whole_files_or_none(tmp_path: Path, moment: float) -> None:
    with server.running(FILES, server.serve_slowly) as mirror:
        assert left_by_killed(mirror, tmp_path, moment).items() <= FILES.items()
        fetch(SOURCE.at(mirror.base), tmp_path)
    assert held(tmp_path) == FILES
