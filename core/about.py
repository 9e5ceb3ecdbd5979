"""What the app is made of: versions, licences, and whose data it learns from."""

from core.words import mark, said, say

# what is installed with the app: the licence it is used under (its SPDX name), and the oldest version, as in
# pyproject.toml; "" for what core.machine looks at
PARTS = {
    "digitscope": ("MIT", ""),
    "tensorflow-cpu": ("Apache-2.0", ""),
    "tensorflow": ("Apache-2.0", ""),
    "PySide6-Essentials": ("LGPL-3.0-only", "6.8.3"),
    "pyqtgraph": ("MIT", "0.14"),
    "numpy": ("BSD-3-Clause", "1.26"),
    "pi-heif": ("BSD-3-Clause", "0.22"),
    "pillow": ("MIT-CMU", "11.3"),
    "pooch": ("BSD-3-Clause", "1.8.1"),
    "platformdirs": ("MIT", "4.2"),
    "requests": ("Apache-2.0", "2.32"),
    "rich": ("MIT", "13.7"),
    "typer": ("MIT", "0.29"),
}
CREDITS = (
    mark("Its first network is that of “Learn TensorFlow Now”, the first post of that series."),
    mark("MNIST by Yann LeCun, Corinna Cortes and Christopher J. C. Burges: CC BY-SA 3.0."),
    mark("Pen-Based Recognition of Handwritten Digits by E. Alpaydin and F. Alimoglu, UCI: CC BY 4.0."),
    mark("The weights that come with the app were trained on both, and on practice digits of its own."),
)


def version_of(package: str) -> str:
    """Return the version of a package that is installed; "" of one that is not."""
    from importlib import metadata  # it brings the whole of email along, which the first paint need not wait for

    try:
        return metadata.version(package)
    except metadata.PackageNotFoundError:
        return ""


def versions() -> dict[str, str]:
    """Return the version of each part that is installed, by its name."""
    return {name: version for name in PARTS if (version := version_of(name))}


def about_text() -> str:
    """Return a few lines on the app, its parts and the data."""
    parts = "\n".join(f"{name} {version}: {PARTS[name][0]}" for name, version in versions().items())
    what = say("Watch a small neural network learn to read handwriting.")
    credits_said = "\n".join(said(credit) for credit in CREDITS)
    return "\n\n".join((what, parts, credits_said))
