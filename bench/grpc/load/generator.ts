/**
 * The load generator, a process of its own: told what to do by its parent, one job at a time.
 */
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import { percentile } from '../../percentiles.ts';
import { countLevels } from '../stock-levels.ts';
import { Http1Connection } from './http1-connection.ts';
import { Http2Connection } from './http2-connection.ts';
import type { Calls, CallsDone, Job, Watch, WatchDone } from './load-process.ts';

type Connection = Http1Connection | Http2Connection;

process.on('message', (job: Job) => {
  const work = job.kind === 'watch' ? watch(job) : call(job);
  work.then(
    (done) => process.send?.(done),
    (thrown: unknown) => process.send?.({ fault: String(thrown) }),
  );
});

async function call(job: Calls): Promise<CallsDone> {
  const connections = await Promise.all(Array.from({ length: job.connections }, () => open(job)));
  const latenciesMs = new Float64Array(job.messages.length);
  const cpu = process.cpuUsage();
  const startedAtMs = performance.now();
  const failed = await (job.perSecond === undefined
    ? closedLoop(job, connections, latenciesMs)
    : openLoop(job, connections, latenciesMs));
  const seconds = (performance.now() - startedAtMs) / 1000;
  const { user, system } = process.cpuUsage(cpu);
  for (const connection of connections) connection.close();
  const [p50 = 0, p90 = 0, p99 = 0] = [0.5, 0.9, 0.99].map((share) => percentile([...latenciesMs], share));
  return { calls: latenciesMs.length, failed, seconds, p50, p90, p99, loadCpuSeconds: (user + system) / 1e6 };
}

/** As many calls in flight as the job says, the next when one is answered. */
function closedLoop({ messages, inFlight }: Calls, connections: Connection[], latenciesMs: Float64Array): Promise<number> {
  const { promise, resolve } = Promise.withResolvers<number>();
  let next = 0;
  let left = messages.length;
  let failed = 0;
  const goOn = (connection: Connection) => {
    const index = next++;
    const message = messages[index];
    if (message === undefined) return;
    const sentAtMs = performance.now();
    connection.send(message, (isGood) => {
      latenciesMs[index] = performance.now() - sentAtMs;
      if (!isGood) failed += 1;
      left -= 1;
      if (left === 0) resolve(failed);
      goOn(connection);
    });
  };
  for (let index = 0; index < inFlight; index++) {
    const connection = connections[index % connections.length];
    if (connection !== undefined) goOn(connection);
  }
  for (const connection of connections) connection.flush();
  return promise;
}

/** Starts calls at a fixed rate, finished or not. Their time counts from when they were due, so that waiting is part of it. */
function openLoop({ messages, perSecond = 1 }: Calls, connections: Connection[], latenciesMs: Float64Array): Promise<number> {
  const { promise, resolve } = Promise.withResolvers<number>();
  const startedAtMs = performance.now();
  let next = 0;
  let left = messages.length;
  let failed = 0;
  const timer = setInterval(() => {
    const due = Math.floor(((performance.now() - startedAtMs) * perSecond) / 1000);
    for (; next < due && next < messages.length; next++) {
      const index = next;
      const message = messages[index];
      if (message === undefined) break;
      const dueAtMs = startedAtMs + (index * 1000) / perSecond;
      connections[index % connections.length]?.send(message, (isGood) => {
        latenciesMs[index] = performance.now() - dueAtMs;
        if (!isGood) failed += 1;
        left -= 1;
        if (left === 0) resolve(failed);
      });
    }
    for (const connection of connections) connection.flush();
    if (next >= messages.length) clearInterval(timer);
  }, 1);
  return promise;
}

/** Subscribers that read as fast as they can; counts after a second of warming. */
async function watch({ port, path, request, subscribers, authorization, measureMs }: Watch): Promise<WatchDone> {
  let messages = 0;
  let values = 0;
  let ended = 0;
  const onMessage = (message: Buffer) => {
    messages += 1;
    values += countLevels(message);
    return true;
  };
  const connections = await Promise.all(
    Array.from({ length: subscribers }, async () => {
      const socket = await connected({ port });
      return new Http2Connection({ socket, isSecure: false, authority: '127.0.0.1', path, authorization, onMessage });
    }),
  );
  for (const connection of connections) {
    connection.send(request, () => {
      ended += 1;
    });
    connection.flush();
  }
  await new Promise((resolve) => setTimeout(resolve, 800));
  process.send?.({ measuring: true });
  const before = { messages, values, atMs: performance.now() };
  await new Promise((resolve) => setTimeout(resolve, measureMs));
  const seconds = (performance.now() - before.atMs) / 1000;
  const done = { messages: messages - before.messages, values: values - before.values, seconds, failed: ended };
  for (const connection of connections) connection.close();
  return done;
}

async function open(job: Calls): Promise<Connection> {
  const socket = await connected(job);
  if (job.kind === 'http1') return new Http1Connection(socket, job.wanted);
  const { path, tls } = job;
  return new Http2Connection({ socket, isSecure: tls !== undefined, authority: '127.0.0.1', path, onMessage: isValid });
}

/** Field 1, true: how every message that says yes begins. */
const isValid = (message: Buffer) => message[0] === 8 && message[1] === 1;

async function connected({ port, tls }: Pick<Calls, 'port' | 'tls'>): Promise<Socket> {
  const socket =
    tls === undefined
      ? connect({ port, host: '127.0.0.1', noDelay: true })
      : connectTls({ port, host: '127.0.0.1', servername: 'localhost', ALPNProtocols: ['h2'], ...tls });
  await once(socket, tls === undefined ? 'connect' : 'secureConnect');
  return socket.setNoDelay(true);
}
