"""Runs MiniStack as `adaptations.py` changes it, and ends it with the process that started it."""

import os
import signal
import sys
import threading

# The files beside this one need no compiled copies in the source tree.
sys.dont_write_bytecode = True


def end_with_parent() -> None:
    """Ends the whole process group, Lambdas included, when the parent is gone.

    The parent holds the other end of standard input and writes nothing. It closes however the parent ends, even by
    SIGKILL. (This reads past sys.stdin, whose lock would block the interpreter's own exit.)
    """
    while os.read(0, 1):
        pass
    os.killpg(os.getpgrp(), signal.SIGKILL)


threading.Thread(target=end_with_parent, daemon=True).start()

from adaptations import adapt  # noqa: E402
from ministack.app import main  # noqa: E402

adapt()
main()
