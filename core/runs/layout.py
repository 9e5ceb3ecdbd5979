"""The names of a run's files, and of runs themselves."""

import re
import secrets
from datetime import datetime, timezone
from pathlib import Path

from core.digits.dataset import CLASSES, PIXELS
from core.errors import UserError
from core.model.architecture import Architecture

RUN = "run.json"
EVENTS = "events.jsonl"
LABEL = "label.json"
COSTS = "costs.npy"
SNAPSHOTS = "snapshots.npy"
WEIGHTS = "weights.npz"  # as they were at the end
START = "start.npz"  # where a run did not start from its recipe's own weights
DELETED = ".deleted"  # folder of runs that can still be brought back

ID = re.compile(r"\d{8}-\d{6}-[0-9a-f]{8}")


def snapshot_shape(architecture: Architecture) -> tuple[int, ...]:
    """Return the shape of stored weights: of the single layer the matrix and, as its last row, the bias; else flat."""
    return (PIXELS + 1, CLASSES) if architecture.is_single else (architecture.parameters,)


def new_id(now: datetime) -> str:
    """Return a name that no other run has, in any process; names sort by their runs' beginnings, to the microsecond."""
    when = now.astimezone(timezone.utc)
    return f"{when:%Y%m%d-%H%M%S}-{when.microsecond:05x}{secrets.randbelow(16**3):03x}"


def run_folder(folder: Path, run_id: str) -> Path:
    """Return where a run lies; raises UserError for what is no run's name, such as a path."""
    if not ID.fullmatch(run_id):
        raise UserError("{run_id!r} is not the name of a stored run; see: digitscope runs list.", run_id=run_id)
    return folder / run_id
