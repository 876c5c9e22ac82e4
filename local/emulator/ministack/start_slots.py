"""Starts few Lambda processes at a time, so that each is ready soon."""

import threading
import time


class StartSlots:
    """Leases processes to calls: one that is free, else a new one.

    New processes are started one at a time for each function, and `count` at a time in all, until the function has
    `most` of them. A call that waits for its turn takes a process that becomes free in the meantime. When nothing was
    started or freed for `patience_seconds`, one call starts a process anyway, so that calls which wait for each other
    cannot block for ever.
    """

    def __init__(self, count: int, most: int, patience_seconds: float) -> None:
        self._count = count
        self._most = most
        self._patience_seconds = patience_seconds
        self._starting: list[str] = []
        self._changed = threading.Condition()
        self._last_change = time.monotonic()

    def lease(self, function: str, take_free, count_running, start):
        """Returns what `take_free` or `start` returns; `take_free` returns None when no process of the function is free.

        `count_running` returns how many processes the function has.
        """
        with self._changed:
            while True:
                process = take_free()
                if process is not None:
                    return process
                may_start = function not in self._starting and len(self._starting) < self._count
                if may_start and count_running() < self._most:
                    break
                patience = self._last_change + self._patience_seconds - time.monotonic()
                if patience <= 0:
                    break
                self._changed.wait(patience)
            self._starting.append(function)
            self._note_change()
        try:
            return start()
        finally:
            with self._changed:
                self._starting.remove(function)
                self._note_change()

    def notify_freed(self) -> None:
        """Wakes the calls that wait: a process has become free."""
        with self._changed:
            self._note_change()

    def _note_change(self) -> None:
        self._last_change = time.monotonic()
        self._changed.notify_all()
