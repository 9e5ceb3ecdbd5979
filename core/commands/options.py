"""Options that several commands share."""

from pathlib import Path
from typing import Annotated

import typer

DataOption = Annotated[Path | None, typer.Option("--data", metavar="PATH", help="Folder of the digits.")]
ModelOption = Annotated[Path | None, typer.Option("--model", metavar="W.npz", help="Else the app's own weights.")]
JsonOption = Annotated[bool, typer.Option("--json", help="Print JSON, and nothing else, to standard output.")]
