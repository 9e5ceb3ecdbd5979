"""The table of downloads."""

from core.sources import mnist, remote


def test_every_address_in_the_table_of_downloads_is_https() -> None:
    for source in (remote.MNIST, remote.PEN_DIGITS):
        assert source.mirrors
        assert all(mirror.startswith("https://") for mirror in source.mirrors)
    assert len(remote.MNIST.mirrors) == 2


def test_mnists_files_are_known_by_size_and_checksum() -> None:
    assert [(file.name, file.most_bytes, file.sha256) for file in remote.MNIST.files] == [
        (file.name, file.size, file.sha256) for file in mnist.FILES
    ]
    assert remote.MNIST.total == 11_594_722


def test_pen_digits_are_known_by_what_they_decompress_to() -> None:
    (file,) = remote.PEN_DIGITS.files
    assert (file.name, file.sha256) == ("pendigits-orig.tra.Z", None)
