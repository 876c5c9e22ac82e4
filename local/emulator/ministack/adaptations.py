"""Replaces a part of MiniStack 1.5.33 that fails where AWS does not.

It works on internals of that very version, which `requirements.txt` pins.
"""

import importlib.metadata
import os
import time

from ministack.core import lambda_runtime
from ministack.services import lambda_svc
from start_slots import StartSlots

VERSION = "1.5.33"
PATIENCE_SECONDS = 10


def adapt() -> None:
    found = importlib.metadata.version("ministack")
    if found != VERSION:
        raise RuntimeError(f"adaptations.py was written for MiniStack {VERSION}, not {found}: check it and raise VERSION")
    start_few_lambdas_at_a_time()


def start_few_lambdas_at_a_time() -> None:
    """Limits how many Lambda processes start at the same time, and how many a function has.

    MiniStack starts a process for every call that finds none free. Of fifty that start together on two cores, none is
    ready for many seconds, and calls that one warm process could serve in milliseconds time out.
    """
    cores = max(2, os.cpu_count() or 2)
    slots = StartSlots(count=cores, most=2 * cores, patience_seconds=PATIENCE_SECONDS)
    acquire_worker = lambda_runtime.acquire_worker
    release_worker = lambda_runtime.release_worker

    def running(key: str) -> list:
        return [one for one in lambda_runtime._workers.get(key, []) if one._proc is not None and one._proc.poll() is None]

    def take_free(key: str):
        with lambda_runtime._lock:
            for worker in running(key):
                if not worker.in_use:
                    worker.in_use = True
                    worker.last_used = time.time()
                    return worker, "reused"
        return None

    def count_running(key: str) -> int:
        with lambda_runtime._lock:
            return len(running(key))

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
        return slots.lease(key, lambda: take_free(key), lambda: count_running(key), start)

    def release(worker) -> None:
        release_worker(worker)
        slots.notify_freed()

    lambda_svc.acquire_worker = acquire
    lambda_svc.release_worker = release
