import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

/** Calls that are all sent once: in a closed loop of `inFlight`, or as `perSecond` says, whatever becomes of them. */
export type Calls = {
  kind: 'grpc' | 'http1';
  port: number;
  path: string;
  /** Encoded requests; for `http1` whole ones, headers and all. */
  messages: Buffer[];
  inFlight: number;
  perSecond?: number;
  connections: number;
  /** What a good answer over HTTP/1.1 holds. */
  wanted: string;
  tls?: { ca: string; cert: string; key: string };
};
export type Watch = {
  kind: 'watch';
  port: number;
  path: string;
  request: Buffer;
  authorization: string;
  subscribers: number;
  measureMs: number;
};
export type Job = Calls | Watch;

/** Latencies in milliseconds. */
export type CallsDone = {
  calls: number;
  failed: number;
  seconds: number;
  p50: number;
  p90: number;
  p99: number;
  loadCpuSeconds: number;
};
export type WatchDone = { messages: number; values: number; seconds: number; failed: number };

export class LoadProcess {
  readonly #child: ChildProcess = fork(join(import.meta.dirname, 'generator.ts'), { serialization: 'advanced' });

  readonly #failed = once(this.#child, 'exit').then(([code]) => {
    throw new Error(`the load generator ended with ${code}`);
  });

  constructor() {
    // Pending callers see this rejection; without any, the exit is expected.
    this.#failed.catch(() => {});
  }

  /** @throws when a call was not answered as it should be */
  async call(calls: Calls): Promise<CallsDone> {
    const done: CallsDone | { fault: string } = await this.#run(calls);
    if ('fault' in done) throw new Error(done.fault);
    if (done.failed > 0) throw new Error(`${done.failed} of ${done.calls} calls to port ${calls.port} were answered wrongly`);
    return done;
  }

  /** `onMeasuring` is called when it begins to count. */
  async watch(watch: Watch, onMeasuring: () => void): Promise<WatchDone> {
    const measuring: { measuring: true } | { fault: string } = await this.#run(watch);
    if ('fault' in measuring) throw new Error(measuring.fault);
    onMeasuring();
    const [done]: [WatchDone] = await this.#message();
    if (done.failed > 0) throw new Error(`${done.failed} of ${watch.subscribers} subscribers were ended`);
    return done;
  }

  stop(): void {
    this.#child.kill();
  }

  async #run<Said>(job: Job): Promise<Said> {
    const said = this.#message<[Said]>();
    this.#child.send(job);
    return (await said)[0];
  }

  /** What it says next. */
  async #message<Said extends unknown[]>(): Promise<Said> {
    // The type of what is said is the protocol of load.ts.
    const said = new Promise<unknown[]>((resolve) => this.#child.once('message', (message) => resolve([message])));
    return (await Promise.race([said, this.#failed])) as Said;
  }
}
