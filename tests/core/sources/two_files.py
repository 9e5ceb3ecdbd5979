"""Two files of random bytes as a download, for a mirror of `tests.core.sources.server` to serve."""

import hashlib
from functools import partial

import numpy as np

from core.files.whole import is_whole
from core.sources import downloads

FILES = {
    name: np.random.default_rng(seed).bytes(size)
    for seed, (name, size) in enumerate({"images.gz": 60_000, "labels.gz": 900}.items())
}


def remote_file(name: str) -> downloads.RemoteFile:
    sha256 = hashlib.sha256(FILES[name]).hexdigest()
    return downloads.RemoteFile(name, len(FILES[name]), partial(is_whole, sha256=sha256), sha256)


SOURCE = downloads.Download("MNIST", (), tuple(map(remote_file, FILES)))

fetch = partial(downloads.download, backoff_s=0.001, silence_s=0.3)
