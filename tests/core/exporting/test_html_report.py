"""The report of a run opens anywhere and offline."""

import re
from collections.abc import Iterator
from dataclasses import replace
from html.parser import HTMLParser

import numpy as np
import pytest

from core.digits.dataset import class_names_of
from core.exporting import html_report
from core.recipes.recipe import TUTORIAL, ZEROS, Recipe
from core.runs import RunRecord, RunStore, RunWriter
from core.runs.facts import PACE, PAUSED, RESUMED, Origin
from core.training.reports import Progress
from core.words import speak
from tests.core.runs.made import costs_of, fill, keep_made_run, result_of, tiny_dataset, weights_of

VOID = {"meta", "img"}
WORD = re.compile("[A-Za-z]{2,}")


class Outline(HTMLParser):
    """Notes which elements are open, the text, and every address."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.text: list[str] = []
        self.addresses: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.addresses += [value or "" for name, value in attrs if name in ("src", "href", "action")]
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Elements of SVG may end where they begin."""

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text.append(data)


def outline_of(record: RunRecord) -> Outline:
    outline = Outline()
    outline.feed(html_report.page_of(record))
    outline.close()
    assert outline.open == []
    return outline


@pytest.fixture
def kept(store: RunStore) -> str:
    return keep_made_run(store)


def test_the_page_tells_the_run_needs_nothing_else_and_is_printed_dark_on_white(store: RunStore, kept: str) -> None:
    outline = outline_of(store.open(kept))
    for told in ("As in the tutorial", "1,000", "42.0 %", "0.01", "made data", "numpy", kept):
        assert told in " ".join(outline.text)
    assert outline.addresses
    assert all(address.startswith("data:image/png;base64,") for address in outline.addresses)
    page = re.sub(r"base64,[^\"]*", "", html_report.page_of(store.open(kept)))  # letters of any order
    assert not re.search(r"https?:|//[a-z]|@import|url\(|<script", page)
    assert page.count("prefers-color-scheme: dark") == page.count("screen and (prefers-color-scheme: dark)") == 1


def test_what_the_user_wrote_is_text_and_no_code_and_no_moment_stands_as_it_is(store: RunStore, kept: str) -> None:
    store.rename(kept, "<script>alert(1)</script>")
    store.note(kept, "a < b & $title ${x}")
    path = store.folder / kept / "run.json"
    path.write_text(re.sub(r'"started": "[^"]*"', '"started": "long ago"', path.read_text()))
    page = html_report.page_of(store.open(kept))
    assert "<script" not in page
    assert "a &lt; b &amp; $title ${x}" in page
    assert "long ago" in page


def test_changes_on_the_way_are_marked_and_gaps_are_left_where_a_cost_is_no_number(store: RunStore) -> None:
    writer = RunWriter(store.folder, replace(TUTORIAL, steps=100, learning_rate=1e5), tiny_dataset())
    costs = costs_of(0, 100)
    costs[40:] = np.nan
    writer.add(Progress(1, 100, 100, costs, (), weights_of(100), 0.2, True, ((30, 0.2),)))
    writer.close()
    page = html_report.page_of(store.open(writer.run_id))
    assert ">rate 0.2<" in page
    assert "nan" not in re.sub(r"base64,[^\"]*", "", page)
    assert "diverged" in page


def test_it_leads_with_what_came_of_it_what_it_continues_and_added_digits(store: RunStore, kept: str) -> None:
    assert "It reads 42.0 % of 5 images that it has never seen." in html_report.page_of(store.open(kept))
    data, origin = tiny_dataset(), Origin(kept, 400)
    writer = RunWriter(store.folder, replace(TUTORIAL, practice_digits=True), data, pen_digits=data.test, parent=origin)
    writer.close()
    page = html_report.page_of(store.open(writer.run_id))
    assert "0 of 1,000 steps are made" in page
    assert "As in the tutorial, from step 400 · 0 steps" in page
    assert f'Start weights</dt><dd class="changed">those of step 400 of {kept}</dd>' in page
    assert "5 added to the training images" in page


def test_every_change_on_the_way_is_told_with_its_step(store: RunStore, kept: str) -> None:
    assert "Changed on the way" not in html_report.page_of(store.open(kept))
    writer = RunWriter(store.folder, TUTORIAL, tiny_dataset())
    writer.mark(12, PAUSED)
    writer.mark(12, RESUMED)
    writer.mark(40, PACE, float("inf"))
    writer.close()
    changes = re.findall(r"<dt>after step (\d+)</dt><dd>(.+?)</dd>", html_report.page_of(store.open(writer.run_id)))
    assert changes == [("12", "paused"), ("12", "went on"), ("40", "as fast as it can")]


def test_a_run_that_diverged_is_said_so_at_its_head_and_in_its_story(store: RunStore) -> None:
    writer = RunWriter(store.folder, TUTORIAL, tiny_dataset())
    writer.add(Progress(1, 40, 1_000, 1_000 * costs_of(0, 40), (), weights_of(40), 1_000.0, True))
    writer.finish(replace(result_of(), steps=40, diverged=True))
    writer.close()
    page = html_report.page_of(store.open(writer.run_id))
    assert "It diverged: the cost grew beyond all measure." in page
    assert "The run diverged: its cost grew beyond all measure; take a lower learning rate." in page


@pytest.fixture
def spoken() -> Iterator[None]:
    """Every text of ours stands in brackets, and numbers have German signs."""
    speak(lambda text: f"⟦{text}⟧", lambda number: number.translate(str.maketrans(",.", ".,")), "de")
    yield
    speak()


def without_said(text: str) -> str:
    """Return a text without what stands in brackets, one within the other."""
    count = 1
    while count:
        text, count = re.subn(r"⟦[^⟦⟧]*⟧", "", text)
    return text


@pytest.mark.usefixtures("spoken")
def test_it_is_written_in_the_language_that_the_app_speaks(store: RunStore) -> None:
    recipe = replace(TUTORIAL, practice_digits=True, based_on="tutorial")
    data = replace(tiny_dataset(), class_names=class_names_of("fashion"))
    writer = RunWriter(store.folder, recipe, data, pen_digits=data.test, parent=Origin("20260101-000000-00000000", 400))
    fill(writer, recipe)
    writer.mark(12, PAUSED)
    writer.mark(40, PACE, 30.0)
    writer.close()
    record = store.open(writer.run_id)
    text = without_said(" ".join(text for text in outline_of(record).text if "{" not in text))
    facts = [*record.facts.versions.items(), ("SHA", "normal", "none", record.facts.dataset.checksum, writer.run_id)]
    assert set(WORD.findall(text)) <= {word for fact in facts for word in WORD.findall(" ".join(fact))}
    page = html_report.page_of(record)
    assert '<html lang="de">' in page
    assert "<b>1.000</b>" in page
    assert "<b>42,0 %</b>" in page


@pytest.mark.parametrize(("recipe", "strips"), [(TUTORIAL, 2), (ZEROS, 1)])
def test_a_run_from_random_weights_shows_also_what_changed(store: RunStore, recipe: Recipe, strips: int) -> None:
    garments = replace(tiny_dataset(), class_names=class_names_of("fashion"))
    run_id = keep_made_run(store, replace(recipe, seed=7, based_on=recipe.name), garments)
    page = html_report.page_of(store.open(run_id))
    assert (page.count("<img "), page.count("<span>Ankle boot</span>")) == (strips, strips)
    assert re.findall(r'<dt>(\w+)</dt><dd class="changed">(\w+)</dd>', page) == [("Seed", "7")]
