"""All stored runs: listed, found, labelled, deleted and brought back. Any number of processes may do so at once."""

import os
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from core.errors import UserError, os_errors_as, reading, writing
from core.files import folders, presence
from core.runs import coding, space
from core.runs.facts import Label, RunSummary
from core.runs.files import DELETED, ID, LABEL, run_folder, write_json
from core.runs.locks import is_locked
from core.runs.record import Known, RunRecord, known_of, label_of, summary_of
from core.words import mark

LAST = "last"  # names the newest run
LONGEST_NAME, LONGEST_NOTE = 80, 4_000  # characters


@dataclass(frozen=True, slots=True)
class Listing:
    """All runs, the newest first, and one sentence for each that cannot be opened."""

    runs: tuple[RunSummary, ...]
    faults: tuple[str, ...]


class RunStore:
    """The stored runs of one folder; what it remembers of them it checks against the disk each time."""

    def __init__(self, folder: Path | None = None) -> None:
        """Take the folder of all runs, the user's where none is given; it need not be there yet."""
        self.folder = folder or folders.of("runs")
        self._known: dict[str, Known] = {}

    def listing(self) -> Listing:
        """Return all runs; 1,000 take about 0.15 s, and from the second time on half of it."""
        runs, faults = [], []
        for name in self._ids():
            try:
                known = self._known[name] = known_of(self.folder / name, self._known.get(name))
                runs.append(summary_of(self.folder / name, known))
            except UserError as error:
                if presence.exists(self.folder / name):  # else another process has just deleted it
                    faults.append(str(error))
        return Listing(tuple(runs), tuple(faults))

    def open(self, run_id: str) -> RunRecord:
        """Open a run; raises UserError when there is none of that name, or it is damaged."""
        return RunRecord(self._there(run_id))

    def find(self, wanted: str) -> RunSummary:
        """Return the run of a name, an id, the beginning of an id, or `last`; raises UserError for none or several."""
        runs = self.listing().runs
        if wanted == LAST and runs:
            return runs[0]
        for fits in (
            [run for run in runs if run.run_id == wanted],
            [run for run in runs if wanted and run.label.name == wanted],
            [run for run in runs if run.title == wanted],  # as lists show those that nobody named
            [run for run in runs if wanted and run.run_id.startswith(wanted)],
        ):
            if len(fits) > 1:
                values = {"wanted": wanted, "fits": len(fits), "run_id": fits[0].run_id, "run_id_2": fits[1].run_id}
                raise UserError("{wanted!r} may be {fits} runs, such as {run_id} and {run_id_2}.", **values)
            if fits:
                return fits[0]
        damaged = [name for name in self._ids() if wanted and name.startswith(wanted)]
        if damaged:
            return summary_of(self.folder / damaged[0])  # which raises what is wrong with it
        raise UserError("there is no stored run {wanted!r}; see: digitscope runs list.", wanted=wanted)

    def id_of(self, wanted: str) -> str:
        """Return the id of the run that `find` would, or, given whole, that of a damaged one."""
        return wanted if wanted in self._ids() else self.find(wanted).run_id

    def rename(self, run_id: str, name: str) -> Label:
        """Give a run a name of the user's, or, empty, its recipe's again; returns its label."""
        return self._relabel(run_id, name=" ".join(name.split())[:LONGEST_NAME])

    def star(self, run_id: str, starred: bool) -> Label:
        """Star a run, so that no limit of space removes it, or unstar it; returns its label."""
        return self._relabel(run_id, starred=starred)

    def note(self, run_id: str, text: str) -> Label:
        """Write a note to a run; returns its label."""
        return self._relabel(run_id, note=text.strip()[:LONGEST_NOTE])

    def delete(self, run_ids: Iterable[str]) -> tuple[str, ...]:
        """Put runs aside, for `restore`, and return those that are; raises UserError, first, for one being written."""
        chosen = [(run_id, run_folder(self.folder, run_id)) for run_id in run_ids]
        for run_id, folder in chosen:
            if is_locked(folder):
                raise UserError("the run {run_id} is still training; end it before you delete it.", run_id=run_id)
        for run_id, folder in chosen:
            self._move(folder, self.folder / DELETED / run_id)
            with suppress(OSError):
                os.utime(self.folder / DELETED / run_id)  # from now on it counts as deleted
        return tuple(run_id for run_id, _ in chosen if presence.is_folder(self.folder / DELETED / run_id))

    def restore(self, run_ids: Iterable[str]) -> tuple[str, ...]:
        """Bring deleted runs back; returns those that are back, which is all but those removed for good since."""
        found = [run_id for run_id in run_ids if presence.is_folder(run_folder(self.folder / DELETED, run_id))]
        for run_id in found:
            self._move(self.folder / DELETED / run_id, self.folder / run_id)
        return tuple(found)

    def usage(self) -> int:
        """Return the bytes that all runs take, deleted ones too; 1,000 runs take about 0.1 s."""
        return space.used(self.folder)

    def tidy(self, limit: int = space.LIMIT) -> tuple[str, ...]:
        """Remove what was deleted an hour ago, and what exceeds a limit in bytes; returns what was done, in sentences.

        Deleted runs go first; then unstarred runs lose their snapshots, then go, the oldest first. Starred ones and
        those that are being written stay as they are. Raises nothing: what cannot be removed stays.
        """
        with suppress(UserError):  # where the folder cannot be read
            unstarred = [run.run_id for run in reversed(self.listing().runs) if not run.label.starred]
            return space.tidy(self.folder, [self.folder / run_id for run_id in unstarred], limit)
        return ()

    def _ids(self) -> list[str]:
        """Return the ids of all runs, damaged ones too, the newest first."""
        with reading(self.folder), suppress(FileNotFoundError):
            return sorted((path.name for path in self.folder.iterdir() if ID.fullmatch(path.name)), reverse=True)
        return []

    def _there(self, run_id: str) -> Path:
        """Return the folder of a run; raises UserError when there is none of that name."""
        folder = run_folder(self.folder, run_id)
        if not presence.is_folder(folder):
            raise UserError("there is no stored run {run_id!r}; see: digitscope runs list.", run_id=run_id)
        return folder

    def _relabel(self, run_id: str, **changed: str | bool) -> Label:
        folder = self._there(run_id)
        label = replace(label_of(folder), **changed)  # type: ignore[arg-type]
        with writing(folder / LABEL):
            write_json(folder / LABEL, {"format": coding.FORMAT, **asdict(label)})
        return label

    def _move(self, source: Path, target: Path) -> None:
        """Rename a run's folder; one that is gone, since another process was quicker, is none to move."""
        with os_errors_as(mark("{source} cannot be moved: {reason}."), source=source):
            target.parent.mkdir(parents=True, exist_ok=True)
            with suppress(FileNotFoundError):
                source.rename(target)
