"""Replaces the parts of MiniStack 1.5.33 that fail where AWS does not.

It works on internals of that very version, which `requirements.txt` pins.
"""

import contextvars
import importlib.metadata
import json
import os
import time

from ministack.core import lambda_runtime
from ministack.services import apigateway_v1, lambda_svc
from start_slots import StartSlots

VERSION = "1.5.33"
PATIENCE_SECONDS = 10


def adapt() -> None:
    found = importlib.metadata.version("ministack")
    if found != VERSION:
        raise RuntimeError(f"adaptations.py was written for MiniStack {VERSION}, not {found}: check it and raise VERSION")
    start_few_lambdas_at_a_time()
    meter_by_authorizer()
    reset_quotas_at_midnight()


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


def meter_by_authorizer() -> None:
    """Takes the API key of a call from the answer of the authorizer, for an API whose key source is AUTHORIZER.

    MiniStack keeps that setting but always reads the header x-api-key, so that a caller could choose whom a call counts for.
    It also does not fill in the authorizer's context in gateway responses.
    """
    answer = contextvars.ContextVar("answer of the authorizer", default=None)
    authorize = apigateway_v1._authorize_request_v1
    invoke = apigateway_v1._invoke_authorizer_lambda
    resolve = apigateway_v1._resolve_api_key
    read_request_value = apigateway_v1._gateway_request_value

    async def authorized(api_id, *rest, **options):
        api = apigateway_v1._rest_apis.get(api_id) or {}
        answer.set({} if api.get("apiKeySource") == "AUTHORIZER" else None)
        return await authorize(api_id, *rest, **options)

    async def invoked(*arguments, **options):
        result = await invoke(*arguments, **options)
        body = (result or {}).get("body")
        if isinstance(body, (str, bytes)):
            try:
                body = json.loads(body)
            except ValueError:
                body = None
        if answer.get() is not None and isinstance(body, dict):
            answer.set(body)
        return result

    def key_from_request(headers):
        given = answer.get()
        return apigateway_v1._header_ci(headers, "x-api-key") if given is None else given.get("usageIdentifierKey")

    def request_value(source, request):
        context = (answer.get() or {}).get("context") or {}
        prefix = "context.authorizer."
        return context.get(source[len(prefix):]) if source.startswith(prefix) else read_request_value(source, request)

    def resolved(value):
        # The keys of the caller's own account: two accounts may hold keys of the same value.
        own = [key for key in apigateway_v1._api_keys.values() if key.get("value") == value and key.get("enabled", True)]
        return own[0] if value and own else resolve(value)

    apigateway_v1._authorize_request_v1 = authorized
    apigateway_v1._invoke_authorizer_lambda = invoked
    apigateway_v1._api_key_from_request = key_from_request
    apigateway_v1._gateway_request_value = request_value
    apigateway_v1._resolve_api_key = resolved


def reset_quotas_at_midnight() -> None:
    """Counts a plan's day from midnight UTC, as AWS does. MiniStack counts it from the first call of a key."""
    check_quota = apigateway_v1._check_quota

    def checked(*arguments):
        now = time.time()
        midnight = now - now % 86400
        for slot, (_, started) in list(apigateway_v1._quota_state.items()):
            if started < midnight:
                del apigateway_v1._quota_state[slot]
        return check_quota(*arguments)

    apigateway_v1._check_quota = checked
