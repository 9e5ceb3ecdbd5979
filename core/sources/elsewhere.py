"""Practice digits drawn in a process of their own, so that no thread of a window waits for the interpreter."""

import multiprocessing
from collections.abc import Iterator
from contextlib import suppress
from multiprocessing.connection import Connection

from core.digits.dataset import LabelledImages
from core.progress import IsCancelled, go_on, never
from core.sources import practice

LOOK_S = 0.1  # how often it is asked whether the digits are still wanted


def images(count: int = practice.COUNT, seed: int = 0, is_cancelled: IsCancelled = never) -> Iterator[LabelledImages]:
    """Yield what practice.images yields, drawn in another process, which ends with the iterator.

    Where that process dies, the rest is drawn in this one. Raises CancelledError.
    """
    context = multiprocessing.get_context("spawn")
    receiver, sender = context.Pipe(duplex=False)
    child = context.Process(target=_draw, args=(sender, count, seed), daemon=True)
    child.start()
    sender.close()  # ours: so that the child's end is the last, and its death is seen
    made = 0
    try:
        while made < count:
            part = _next(receiver, is_cancelled)
            if part is None:
                break
            yield part
            made += len(part)
    finally:
        child.terminate()
        child.join()
        receiver.close()
    for number, part in enumerate(practice.images(count, seed)) if made < count else ():
        if number * practice.CHUNK >= made:
            yield part


def _next(receiver: Connection, is_cancelled: IsCancelled) -> LabelledImages | None:
    """Wait for the next part; None when the other process has died."""
    while not receiver.poll(LOOK_S):
        go_on(is_cancelled, practice.WHAT)
    try:
        part: LabelledImages = receiver.recv()
    except (EOFError, OSError):
        return None
    return part


def _draw(sender: Connection, count: int, seed: int) -> None:
    """Draw and send; the other process's whole work, until nobody listens any more."""
    with suppress(BrokenPipeError):
        for part in practice.images(count, seed):
            sender.send(part)
