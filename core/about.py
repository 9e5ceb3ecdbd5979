"""What the app is made of: versions, licences, and whose data it learns from."""

from core.words import mark, said, say

PARTS = ("digitscope", "tensorflow-cpu", "tensorflow", "PySide6-Essentials", "pyqtgraph", "numpy")
CREDITS = (
    mark("MNIST by Yann LeCun, Corinna Cortes and Christopher J. C. Burges: CC BY-SA 3.0."),
    mark("Pen-Based Recognition of Handwritten Digits by E. Alpaydin and F. Alimoglu, UCI: CC BY 4.0."),
)


def versions() -> dict[str, str]:
    """Return the version of each part that is installed, by its name."""
    from importlib import metadata  # it brings the whole of email along, which the first paint need not wait for

    found = {}
    for name in PARTS:
        try:
            found[name] = metadata.version(name)
        except metadata.PackageNotFoundError:
            continue
    return found


def about_text() -> str:
    """Return a few lines on the app, its parts and the data."""
    parts = "\n".join(f"{name} {version}" for name, version in versions().items())
    what = say("Watch a small neural network learn to read handwriting.")
    credits_said = "\n".join(said(credit) for credit in CREDITS)
    return "\n\n".join((f"{what}\n{say('MIT licence.')}", parts, credits_said))
