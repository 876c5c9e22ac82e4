"""Runs MiniStack, with two things added: it ends with the process that started it, and it starts few Lambdas at a time."""

import os
import signal
import sys
import threading
import time

# The helper beside this file needs no compiled copy in the source tree.
sys.dont_write_bytecode = True

from start_slots import StartSlots  # noqa: E402


def end_with_parent() -> None:
    """Ends the whole process group, Lambdas included, when the parent is gone.

    The parent holds the other end of standard input and writes nothing. It closes however the parent ends, even by
    SIGKILL. (This reads past sys.stdin, whose lock would block the interpreter's own exit.)
    """
    while os.read(0, 1):
        pass
    os.killpg(os.getpgrp(), signal.SIGKILL)


threading.Thread(target=end_with_parent, daemon=True).start()

from ministack.app import main  # noqa: E402
from ministack.core import lambda_runtime  # noqa: E402
from ministack.services import lambda_svc  # noqa: E402


def start_few_lambdas_at_a_time() -> None:
    """Replaces how MiniStack leases a process to a call.

    MiniStack starts a process for every call that finds none free. Of fifty that start together on two cores, none is
    ready for many seconds, and calls that a single warm process could serve in milliseconds time out.
    """
    slots = StartSlots(count=max(2, os.cpu_count() or 2), patience_seconds=10)
    acquire_worker = lambda_runtime.acquire_worker
    release_worker = lambda_runtime.release_worker

    def take_free(key: str):
        with lambda_runtime._lock:
            for worker in lambda_runtime._workers.get(key, []):
                if not worker.in_use and worker._proc is not None and worker._proc.poll() is None:
                    worker.in_use = True
                    worker.last_used = time.time()
                    return worker, "reused"
        return None

    def acquire(func_name, config, code_zip, qualifier="$LATEST", max_concurrency=None):
        def start():
            worker, reason = acquire_worker(func_name, config, code_zip, qualifier, max_concurrency)
            try:
                lambda_runtime.ensure_spawned(worker)
            except Exception:
                # The call itself tries again and reports why it fails.
                pass
            return worker, reason

        key = lambda_runtime._worker_key(func_name, config, qualifier)
        return slots.lease(key, lambda: take_free(key), start)

    def release(worker) -> None:
        release_worker(worker)
        slots.notify_freed()

    lambda_svc.acquire_worker = acquire
    lambda_svc.release_worker = release


if os.environ.get("TRY_STARTS") != "0":
    start_few_lambdas_at_a_time()
main()
