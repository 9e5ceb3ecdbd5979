"""What each state of a run means for those who ask."""

from gui.jobs.run_state import RunState


def test_a_run_is_active_from_the_wish_to_its_end_and_going_once_it_has_begun() -> None:
    active = {state for state in RunState if state.is_active}
    going = {state for state in RunState if state.is_going}
    assert active == {RunState.LOADING, RunState.RUNNING, RunState.PAUSED}
    assert going == {RunState.RUNNING, RunState.PAUSED}
