"""Starts few Lambda processes at a time, so that each is ready soon."""

import threading
import time


class StartSlots:
    """Leases processes to calls: one that is free, else a new one.

    New processes are started one at a time for each function, and `count` at a time in all. A call that waits for its
    turn takes a process that becomes free in the meantime. After `patience_seconds` it starts one anyway, so that calls
    which wait for each other cannot block for ever.
    """

    def __init__(self, count: int, patience_seconds: float) -> None:
        self._count = count
        self._patience_seconds = patience_seconds
        self._starting: set[str] = set()
        self._changed = threading.Condition()

    def lease(self, function: str, take_free, start):
        """Returns what `take_free` or `start` returns; `take_free` returns None when no process of the function is free."""
        deadline = time.monotonic() + self._patience_seconds
        with self._changed:
            while True:
                process = take_free()
                if process is not None:
                    return process
                left = deadline - time.monotonic()
                if left <= 0:
                    break
                if function not in self._starting and len(self._starting) < self._count:
                    break
                self._changed.wait(left)
            has_slot = left > 0
            if has_slot:
                self._starting.add(function)
        try:
            return start()
        finally:
            if has_slot:
                with self._changed:
                    self._starting.discard(function)
                    self._changed.notify_all()

    def notify_freed(self) -> None:
        """Wakes the calls that wait: a process has become free."""
        with self._changed:
            self._changed.notify_all()
