"""How results, notes and progress reach the terminal."""

import io
import json
import math
import sys
import time

import pytest

from core.commands.terminal import Live, json_line, note, out, percent, prepare, table_lines


def test_numbers_that_json_lacks_become_null_at_any_depth() -> None:
    told = json.loads(json_line({"a": math.nan, "b": [1.5, math.inf, (2, -math.inf)], "c": {"d": math.nan}}))
    assert told == {"a": None, "b": [1.5, None, [2, None]], "c": {"d": None}}


def test_results_and_notes_go_to_streams_of_their_own(capsys: pytest.CaptureFixture[str]) -> None:
    out(["one", "two"])
    note("by the way")
    said = capsys.readouterr()
    assert (said.out, said.err) == ("one\ntwo\n", "by the way\n")


def test_a_table_lines_its_columns_up_and_takes_text_as_it_is_and_whole() -> None:
    lines = table_lines(["name", "n"], [["[red]x[/red]", "5"], ["y", "1000"]])
    assert lines == ["name             n", "[red]x[/red]     5", "y             1000"]
    assert table_lines(["path"], [["/a" * 150]])[1] == "/a" * 150
    assert [percent(0.9261), percent(1), percent(None)] == ["92.6 %", "100.0 %", "-"]


def test_progress_leaves_at_most_ten_lines_where_nobody_watches_or_none(capsys: pytest.CaptureFixture[str]) -> None:
    with Live("starting") as live:
        for done in range(1, 1_001):
            live.show(f"at {done}", done, 1_000)
    assert capsys.readouterr().err.splitlines() == [f"at {done}" for done in range(100, 1_001, 100)]
    with Live("looking") as live:
        live.report("fetching", 2_000_000, 2_000_000)
    assert capsys.readouterr().err == "fetching: 2.0 of 2.0 MB\n"
    with Live("starting", plain=False) as live:
        live.show("at 10", 10, 10)
    assert capsys.readouterr() == ("", "")


def test_progress_is_one_unhurried_line(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("TERM", "xterm")
    with Live("loading TensorFlow") as live:
        live.show("step 10 of 20, cost 3.100", 10, 20)
        live.show("step 20 of 20, cost 2.100", 20, 20)
    said = capsys.readouterr()
    assert said.out == ""
    assert "loading TensorFlow" in said.err
    assert "step 20 of 20, cost 2.100" in said.err
    assert "\x1b[2K" in said.err  # the line is wiped, not repeated
    monkeypatch.setattr(time, "monotonic", lambda: 100.0)
    with Live("waiting") as live:
        for done in range(1, 50):
            live.show(f"at {done}", done, 50)
    said = capsys.readouterr()
    assert "at 1" in said.err
    assert "at 49" not in said.err


def test_closed_streams_lead_nowhere_and_others_spell_out_what_they_lack(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    monkeypatch.setattr(sys, "stderr", None)
    prepare()
    with sys.stdout, sys.stderr:
        out(["nobody reads this"])
        note("nor this")
    raw = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(raw, encoding="ascii", write_through=True))
    prepare()
    out(["Дом"])
    assert raw.getvalue() == b"\\u0414\\u043e\\u043c\n"
    monkeypatch.setattr(sys, "stdout", given := io.StringIO())  # of another kind: left as it is
    prepare()
    out(["Дом"])
    assert sys.stdout is given
    assert given.getvalue() == "Дом\n"
