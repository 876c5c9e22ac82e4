"""Runs MiniStack, and ends it with every Lambda process of its group when the process that started it is gone."""

import os
import signal
import threading


def end_with_parent() -> None:
    # The parent holds the other end of standard input and writes nothing: it closes however the parent ends, even by SIGKILL.
    # (Read past sys.stdin, whose lock would break the interpreter's own end.)
    while os.read(0, 1):
        pass
    os.killpg(os.getpgrp(), signal.SIGKILL)


threading.Thread(target=end_with_parent, daemon=True).start()

from ministack.app import main  # noqa: E402

main()
