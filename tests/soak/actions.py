"""What a seeded user does: a list of actions that names no widget, so that any part of it can be done again."""

import json
import random
from collections.abc import Iterable
from dataclasses import asdict, dataclass

# how often each is done, of the sum of all
OFTEN = {
    "draw": 14, "click": 22, "trigger": 12, "choose": 8, "move_knob": 8, "turn_tab": 6, "press_key": 12,
    "type_shortcut": 6, "hover": 8, "drag": 6, "turn_wheel": 4, "open_menu": 2, "resize": 3, "change_theme": 1,
    "change_font": 1, "drop": 3, "paste": 2, "wait": 10, "reopen": 0.4,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Action:
    """One thing that a user does; `which`, `x` and `y`, each 0..1, choose among what there is at that moment."""

    kind: str
    which: float
    x: float
    y: float


def drawn_up(seed: int, count: int) -> list[Action]:
    chance = random.Random(seed)
    kinds = chance.choices(list(OFTEN), list(OFTEN.values()), k=count)
    return [Action(kind, *(round(chance.random(), 4) for _ in range(3))) for kind in kinds]


def to_text(actions: Iterable[Action]) -> str:
    return "".join(json.dumps(asdict(action)) + "\n" for action in actions)


def from_text(text: str) -> list[Action]:
    return [Action(**json.loads(line)) for line in text.splitlines()]
