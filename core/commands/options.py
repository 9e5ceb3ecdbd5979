"""Options that several commands share."""

from pathlib import Path
from typing import Annotated

import typer

DataOption = Annotated[Path | None, typer.Option("--data", metavar="PATH", help="Folder of the digits.")]
ModelOption = Annotated[
    Path | None, typer.Option("--model", metavar="FILE", help="Weights (.npz) or a model; else the app's own.")
]
JsonOption = Annotated[bool, typer.Option("--json", help="Print JSON, and nothing else, to standard output.")]
