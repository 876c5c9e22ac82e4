import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';

/** Runs Python beside `start_slots.py`, and returns what it prints. */
const python = (script: string): string =>
  execFileSync('python3', ['-B', '-c', script], { cwd: import.meta.dirname, encoding: 'utf8', timeout: 15_000 }).trim();

/** Calls that arrive together: each leases a process, works for a moment and frees it. */
const crowd = (calls: string) => `
import threading, time
from start_slots import StartSlots

slots = StartSlots(count=2, patience_seconds=10)
lock = threading.Lock()
free, started, starting, most_starting = {}, [], [], [0]

def take_free(function):
    with lock:
        return free[function].pop() if free.get(function) else None

def start(function):
    with lock:
        starting.append(function)
        most_starting[0] = max(most_starting[0], len(starting))
        assert starting.count(function) == 1, "two of one function start at once"
    time.sleep(0.02)
    with lock:
        starting.remove(function)
        started.append(function)
    return object()

def call(function):
    process = slots.lease(function, lambda: take_free(function), lambda: start(function))
    time.sleep(0.005)
    with lock:
        free.setdefault(function, []).append(process)
    slots.notify_freed()

threads = [threading.Thread(target=call, args=(function,)) for function in ${calls}]
for thread in threads: thread.start()
for thread in threads: thread.join()
print(len(started), most_starting[0])
`;

describe('StartSlots', () => {
  it('lets calls that arrive together share few processes', () => {
    const [started] = python(crowd('["order"] * 50')).split(' ').map(Number);
    expect(started).toBeGreaterThan(0);
    expect(started).toBeLessThan(25);
  });

  it('starts processes of as many functions at the same time as it has slots', () => {
    const [, mostStarting] = python(crowd('["one", "two", "three"] * 5')).split(' ').map(Number);
    expect(mostStarting).toBe(2);
  });

  it('frees the slot of a start that fails', () => {
    const script = `
from start_slots import StartSlots

slots = StartSlots(count=1, patience_seconds=10)
def fail(): raise RuntimeError("no")
try: slots.lease("order", lambda: None, fail)
except RuntimeError as error: print(error, end=" ")
print(slots.lease("order", lambda: None, lambda: "started"))
`;
    expect(python(script)).toBe('no started');
  });

  it('does not wait for ever: calls may wait for each other', () => {
    const script = `
from start_slots import StartSlots

slots = StartSlots(count=1, patience_seconds=0.1)
print(slots.lease("order", lambda: None, lambda: slots.lease("auth", lambda: None, lambda: "inner started")))
`;
    expect(python(script)).toBe('inner started');
  });
});
