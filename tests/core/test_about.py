"""What the app is made of."""

from importlib import metadata

import numpy as np
import pytest

from core import about


def test_versions_are_those_of_what_is_installed_and_nothing_else(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(about, "PARTS", {"numpy": "BSD-3-Clause", "no-such-part": "none"})
    assert about.versions() == {"numpy": np.__version__}


def test_the_text_names_the_parts_their_licences_and_whose_data_it_is() -> None:
    text = about.about_text()
    ours = f"digitscope {metadata.version('digitscope')}: MIT"
    for told in (f"numpy {np.__version__}: BSD-3-Clause", ours, "PySide6-Essentials", "LGPL-3.0", "LeCun"):
        assert told in text
