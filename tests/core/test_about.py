"""What the app is made of."""

from importlib import metadata

import numpy as np
import pytest

from core import about


def test_versions_are_those_of_what_is_installed_and_nothing_else(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(about, "PARTS", ("numpy", "no-such-part"))
    assert about.versions() == {"numpy": np.__version__}


def test_the_text_names_the_parts_the_licence_and_whose_data_it_is() -> None:
    text = about.about_text()
    for told in (f"numpy {np.__version__}", f"digitscope {metadata.version('digitscope')}", "MIT licence", "LeCun"):
        assert told in text
