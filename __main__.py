"""Digitscope, run by `python -m digitscope` where it is installed and by `python .` in a copy of the repository."""

import sys

from digitscope import main

if __name__ == "__main__":
    sys.exit(main())
