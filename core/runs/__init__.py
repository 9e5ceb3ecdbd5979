"""Stored runs: written while they train, listed, opened, compared, repeated, and cleared away.

A run is a folder of readable files: run.json (what it is, and its result), events.jsonl (changes and validation
points by step), costs.npy, snapshots.npy, weights.npz, and label.json (the user's name, star and note).
"""

from core.runs.facts import RunSummary
from core.runs.record import RunRecord
from core.runs.store import RunStore
from core.runs.writer import RunWriter

__all__ = ["RunRecord", "RunStore", "RunSummary", "RunWriter"]
