"""The table of downloads: what can be downloaded, and from where; https only."""

from functools import partial

from core.files.whole import is_whole
from core.sources import mnist, unipen
from core.sources.downloads import Download, RemoteFile
from core.words import mark

MNIST = Download(
    title=mnist.TITLE,
    mirrors=("https://storage.googleapis.com/cvdf-datasets/mnist", "https://ossci-datasets.s3.amazonaws.com/mnist"),
    files=tuple(
        RemoteFile(file.name, file.size, partial(is_whole, sha256=file.sha256), file.sha256) for file in mnist.FILES
    ),
)

PEN_DIGITS = Download(
    title=mark("the pen digits"),
    mirrors=("https://archive.ics.uci.edu/ml/machine-learning-databases/pendigits",),
    files=(RemoteFile("pendigits-orig.tra.Z", 3_000_000, unipen.is_whole),),
)
