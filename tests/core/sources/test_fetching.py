"""One file from one address, and in words why not; the table of such addresses."""

import hashlib
from pathlib import Path

import pytest
import requests

from core.progress import UNWATCHED, CancelledError, Work
from core.sources import fetching, mnist, pen_search
from core.sources.downloads import MirrorError
from core.sources.fetching import Fetch, fetched
from tests.core.sources import server

DATA = bytes(range(250)) * 100
SHA256 = hashlib.sha256(DATA).hexdigest()


def fetch_from(mirror: server.Mirror, folder: Path, sha256: str | None = SHA256, work: Work = UNWATCHED) -> Path:
    fetch = Fetch(len(DATA), "fetching", 1_000, 90_000, work, silence_s=0.3)
    return fetched(f"{mirror.base}/f", folder, "f", sha256, fetch)


def test_a_file_is_written_under_its_name_and_its_bytes_are_counted_on_from_those_before(tmp_path: Path) -> None:
    seen: list[tuple[str, int, int]] = []
    with server.running({"f": DATA}) as mirror:
        with pytest.raises(CancelledError, match="fetching was cancelled"):
            fetch_from(mirror, tmp_path, work=Work(is_cancelled=lambda: True))
        assert mirror.asked == []
        path = fetch_from(mirror, tmp_path, work=Work(lambda *told: seen.append(told)))
    assert (path, path.read_bytes()) == (tmp_path / "f", DATA)
    assert seen[-1] == ("fetching", 1_000 + len(DATA), 90_000)
    assert len(seen) == -(-len(DATA) // fetching.CHUNK)


def test_where_only_the_content_is_known_no_checksum_is_asked_for(tmp_path: Path) -> None:
    with server.running({"f": DATA}, server.garble) as mirror:
        assert fetch_from(mirror, tmp_path, sha256=None).stat().st_size == len(DATA)
        with pytest.raises(MirrorError, match="sent a damaged file"):
            fetch_from(mirror, tmp_path / "other")


@pytest.mark.parametrize(
    ("error", "told", "is_final"),
    [
        (requests.exceptions.SSLError("certificate verify failed"), "does not trust", True),
        (requests.exceptions.ProxyError("407"), "not let through by the proxy", True),
        (requests.ConnectTimeout(), "did not answer in time", True),
        (requests.ReadTimeout(), "did not answer in time", False),
        (requests.ConnectionError("Read timed out."), "did not answer in time", False),
        (requests.ConnectionError("refused"), "could not be reached", False),
        (requests.exceptions.ChunkedEncodingError("broken"), "broke off in the middle", False),
        (requests.exceptions.InvalidURL("?"), r"failed \(InvalidURL\)", True),
    ],
)
def test_a_fault_of_the_network_is_told_in_words_that_a_user_can_act_on(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, error: requests.RequestException, told: str, is_final: bool
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr(requests.Session, "get", fail)
    with pytest.raises(MirrorError, match=told) as caught:
        fetch_from(server.Mirror("https://example.invalid", {}, []), tmp_path)
    assert caught.value.is_final == is_final


def test_https_is_never_left_and_lost_certificates_are_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    secure, get = server.Mirror("https://example.invalid", {}, []), requests.Session.get
    with server.running({"f": DATA}) as plain, monkeypatch.context() as patch:
        patch.setattr(requests.Session, "get", lambda session, _, **how: get(session, f"{plain.base}/f", **how))
        with pytest.raises(MirrorError, match="leads to an address without https") as caught:
            fetch_from(secure, tmp_path)
    assert caught.value.is_final
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", str(tmp_path / "none.pem"))
    with pytest.raises(MirrorError, match=r"could not be asked \(.*none\.pem") as caught:
        fetch_from(secure, tmp_path)
    assert caught.value.is_final


def test_every_address_of_downloads_is_https_and_mnists_files_are_known_by_size_and_checksum() -> None:
    for source in (mnist.REMOTE, pen_search.REMOTE):
        assert source.mirrors
        assert all(mirror.startswith("https://") for mirror in source.mirrors)
    assert len(mnist.REMOTE.mirrors) == 2
    assert [len(file.sha256 or "") for file in mnist.REMOTE.files] == [64] * 4
    assert mnist.REMOTE.total == 11_594_722
