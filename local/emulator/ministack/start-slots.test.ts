import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';

/** Runs Python beside `start_slots.py`, and returns what it prints. */
const python = (script: string): string =>
  execFileSync('python3', ['-B', '-c', script], { cwd: import.meta.dirname, encoding: 'utf8', timeout: 15_000 }).trim();

/** Calls that arrive together: each leases a process, works for a moment and frees it. */
const crowd = (calls: string) => `
import threading, time
from start_slots import StartSlots

slots = StartSlots(count=2, most=4, patience_seconds=10)
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
    process = slots.lease(function, lambda: take_free(function), lambda: started.count(function), lambda: start(function))
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
    expect(started).toBeLessThanOrEqual(4);
  });

  it('starts processes of as many functions at the same time as it has slots', () => {
    const [, mostStarting] = python(crowd('["one", "two", "three"] * 5')).split(' ').map(Number);
    expect(mostStarting).toBe(2);
  });

  it('frees the slot of a start that fails', () => {
    const script = `
from start_slots import StartSlots

slots = StartSlots(count=1, most=4, patience_seconds=10)
def fail(): raise RuntimeError("no")
try: slots.lease("order", lambda: None, lambda: 0, fail)
except RuntimeError as error: print(error, end=" ")
print(slots.lease("order", lambda: None, lambda: 0, lambda: "started"))
`;
    expect(python(script)).toBe('no started');
  });

  it('starts one more when calls wait for each other', () => {
    const script = `
from start_slots import StartSlots

slots = StartSlots(count=1, most=4, patience_seconds=0.1)
print(slots.lease("order", lambda: None, lambda: 0, lambda: slots.lease("auth", lambda: None, lambda: 0, lambda: "inner started")))
`;
    expect(python(script)).toBe('inner started');
  });

  it('keeps a long queue waiting as long as processes become free', () => {
    const script = `
import threading, time
from start_slots import StartSlots

slots = StartSlots(count=1, most=4, patience_seconds=0.1)
lock, free, started = threading.Lock(), [], []

def take_free():
    with lock:
        return free.pop() if free else None

def start():
    started.append(1)
    return object()

def call():
    process = slots.lease("order", take_free, lambda: len(started), start)
    time.sleep(0.05)
    with lock:
        free.append(process)
    slots.notify_freed()

slow = threading.Event()
threading.Thread(target=lambda: slots.lease("audit", lambda: None, lambda: 0, lambda: slow.wait(5))).start()
time.sleep(0.02)
free.append(object())
threads = [threading.Thread(target=call) for _ in range(20)]
for thread in threads: thread.start()
for thread in threads: thread.join()
slow.set()
print(len(started))
`;
    // They take a second in all, ten times the patience, while another function's start holds the only slot.
    expect(python(script)).toBe('0');
  });
});
