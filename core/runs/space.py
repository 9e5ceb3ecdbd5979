"""The room that stored runs may take: what goes when it is used up."""

import os
import shutil
import time
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from core.errors import UserError
from core.files import presence
from core.files.whole import clear_leftovers
from core.model.weights_file import to_bytes
from core.runs.files import DELETED, SNAPSHOTS, WEIGHTS, write_whole
from core.runs.locks import is_locked
from core.runs.record import RunRecord, label_of
from core.words import say

LIMIT = 1_000_000_000  # bytes
UNDO_S = 3_600.0  # for so long a deleted run can be brought back


def used(folder: Path) -> int:
    """Return the bytes that the files of a folder take, and those of the folders in it."""
    total = 0
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            with suppress(OSError):
                is_folder = entry.is_dir(follow_symlinks=False)
                total += used(Path(entry.path)) if is_folder else entry.stat(follow_symlinks=False).st_size
    return total


def tidy(folder: Path, unstarred: Sequence[Path], limit: int) -> tuple[str, ...]:
    """Remove what was deleted long ago, hold a limit in bytes, and say what was done; unstarred : the oldest first."""
    clear_leftovers(folder)
    _remove_deleted(folder / DELETED, UNDO_S)
    over = used(folder) - limit
    if over > 0:
        over -= _remove_deleted(folder / DELETED, 0.0)
    thinned, removed = 0, 0
    for run in unstarred:
        if over > 0 and _is_free(run) and (freed := _without_snapshots(run)):
            over, thinned = over - freed, thinned + 1
    for run in unstarred:
        if over > 0 and _is_free(run) and (freed := _removed(folder, run)):
            over, removed = over - freed, removed + 1
    return _sentences(thinned, removed, limit)


def _is_free(run: Path) -> bool:
    """Return whether a run may be made smaller or go: it may have been starred or continued since it was listed."""
    return not is_locked(run) and not label_of(run).starred


def _remove_deleted(folder: Path, older_s: float) -> int:
    """Remove runs for good that were deleted so long ago; return the bytes that are free now."""
    before = used(folder)
    with suppress(OSError):
        for run in list(folder.iterdir()):
            if time.time() - run.stat().st_mtime >= older_s:
                shutil.rmtree(run, ignore_errors=True)
    return before - used(folder)


def _without_snapshots(run: Path) -> int:
    """Remove a run's snapshots, all but the last weights; return the bytes that are free now."""
    path = run / SNAPSHOTS
    with suppress(OSError, UserError):
        size = path.stat().st_size
        record = RunRecord(run)
        if record.summary.state == "stopped" or not presence.exists(run / WEIGHTS):  # else it may be of an earlier end
            write_whole(run / WEIGHTS, to_bytes(record.final_weights()))
        path.unlink()
        return size
    return 0


def _removed(folder: Path, run: Path) -> int:
    """Remove a run; return the bytes that are free now. It is put aside first, so that none is ever half there."""
    size = used(run)
    aside = folder / DELETED / run.name
    with suppress(OSError):
        aside.parent.mkdir(exist_ok=True)
        run.rename(aside)
    shutil.rmtree(aside, ignore_errors=True)
    return size if not presence.exists(run) else 0


def _sentences(thinned: int, removed: int, limit: int) -> tuple[str, ...]:
    many = say("{runs:,} old runs gave up their snapshots", runs=thinned)
    gave_up = say("1 old run gave up its snapshots") if thinned == 1 else many
    many = say("{runs:,} old runs were removed", runs=removed)
    went = say("1 old run was removed") if removed == 1 else many
    done, gb = [what for count, what in ((thinned, gave_up), (removed, went)) if count], limit / 1e9
    return tuple(
        say("{what} to stay within {limit:,.3g} GB; a star keeps a run as it is.", what=what, limit=gb) for what in done
    )
