"""Where an app bundled with its own Python starts; its other processes start here, too."""

import multiprocessing
import sys

from core.machine import tensorflow_check

if __name__ == "__main__":
    multiprocessing.freeze_support()  # a process that draws practice digits goes no further
    if sys.argv[1:] == [tensorflow_check.TRIAL_OPTION]:
        exec(tensorflow_check.TRIAL, {})  # noqa: S102  the text that a Python runs with -c elsewhere
    else:
        from gui.app import main

        sys.exit(main())
