"""Digitscope as one module: once it is imported, core, gui and assets are those that lie beside this file.

A wheel holds it as the package `digitscope`, with the three in it, so that nothing else in site-packages can be meant.
"""

import sys
from pathlib import Path

FOLDER = str(Path(__file__).resolve().parent)

if sys.path[:1] != [FOLDER]:
    sys.path.insert(0, FOLDER)


def main() -> int:
    """Open the window, or do what the command line says; return the exit status."""
    try:
        from gui import app

        return app.main()
    except KeyboardInterrupt:  # while modules are loaded
        return 130


if __name__ == "__main__":
    sys.exit(main())
