"""A short run of the seeded user, in a process of its own; `make soak` runs 20,000 actions."""

from tests.soak.__main__ import done_apart
from tests.soak.actions import OFTEN, drawn_up, from_text, to_text
from tests.soak.hand import Hand
from tests.soak.shrink import shrunk


def test_a_user_who_tries_everything_finds_no_fault() -> None:
    done = done_apart(drawn_up(7, 150), 7)
    assert done.returncode == 0, done.stderr


def test_the_same_seed_draws_up_the_same_actions_and_files_keep_them() -> None:
    actions = drawn_up(3, 400)
    assert actions == drawn_up(3, 400) != drawn_up(4, 400)
    assert from_text(to_text(actions)) == actions


def test_every_kind_of_action_can_be_done() -> None:
    assert all(callable(getattr(Hand, kind)) for kind in OFTEN if kind != "reopen")


def test_a_fault_is_made_as_short_as_it_can_be() -> None:
    assert shrunk(range(1_000), lambda some: 17 in some and 801 in some, 500) == [17, 801]
    assert shrunk(range(8), lambda some: 5 in some, 500) == [5]


def test_shortening_ends_after_its_tries() -> None:
    asked: list[int] = []

    def fails(some: object) -> bool:
        asked.append(1)
        return False

    assert shrunk(range(64), fails, 10) == list(range(64))
    assert len(asked) == 10
