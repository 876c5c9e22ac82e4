import { ValidateLocalRequest, VerifyTokenRequest } from '../../generated/grpc/lonja/auth/v1/auth.ts';
import { WatchStockRequest } from '../../generated/grpc/lonja/inventory/v1/inventory.ts';
import type { Round } from './figures.ts';
import { ghzRound } from './load/ghz.ts';
import type { Calls, LoadProcess } from './load/load-process.ts';
import { local, organizationId, userIdOf } from './servers/market.ts';
import type { ServerProcess } from './servers/server-process.ts';
import type { Servers } from './servers/servers.ts';
import type { Tokens } from './tokens.ts';
import { type StockOrder, watchedProductIds } from './watched-stock.ts';

/** One thing that is measured, a round at a time. */
export type Case = { name: string; run(): Promise<Round> };

export const inFlights = [16, 256] as const;
const callsARound = 5000;
/** Calls before those that count: the processor has then come back to this server. */
const prelude = 500;
const connections = 8;
const burst = { perSecond: 8000, calls: 3200 };
const subscribers = 100;
const watchMs = 1000;

type Bench = { servers: Servers; load: LoadProcess; tokens: Tokens; withGhz: boolean };

/** All of them, in the order of a round; what is set against each other stands side by side. */
export function casesOf({ servers, load, tokens, withGhz }: Bench): Case[] {
  const { echo, auth, secureAuth, rest, python, tls } = servers;

  async function measured(server: ServerProcess, calls: Pick<Calls, 'kind' | 'path' | 'messages' | 'inFlight'> & Partial<Calls>) {
    const whole: Calls = { port: server.port, connections, wanted: '', ...calls };
    await load.call({ ...whole, messages: whole.messages.slice(0, prelude) });
    const before = server.cpuSeconds();
    const done = await load.call({ ...whole, messages: whole.messages.slice(prelude) });
    const after = server.cpuSeconds();
    const { calls: count, seconds, p50, p90, p99, loadCpuSeconds } = done;
    return {
      count,
      seconds,
      p50,
      p90,
      p99,
      loadCpuSeconds,
      cpuSeconds: before === undefined || after === undefined ? undefined : after - before,
    };
  }

  const verify = async (server: ServerProcess, inFlight: number, knownShare: number, more: Partial<Calls> = {}) => {
    const shown = await tokens.some(prelude + (more.perSecond === undefined ? callsARound : burst.calls), knownShare);
    const messages = shown.map((token) => Buffer.from(VerifyTokenRequest.encode({ token }).finish()));
    return measured(server, { kind: 'grpc', path: '/lonja.auth.v1.AuthService/VerifyToken', messages, inFlight, ...more });
  };
  const verifyByRest = async (inFlight: number, knownShare: number) => {
    const shown = await tokens.some(prelude + callsARound, knownShare);
    const messages = shown.map((token) =>
      Buffer.from(`GET /auth/verify HTTP/1.1\r\nhost: bench\r\nauthorization: Bearer ${token}\r\n\r\n`),
    );
    return measured(rest, { kind: 'http1', path: '', messages, inFlight, connections: inFlight, wanted: '"isValid":true' });
  };
  const question = { userId: userIdOf(1), organizationId, localId: local.localId };
  const validate = (server: ServerProcess, inFlight: number) => {
    const messages = new Array<Buffer>(prelude + callsARound / 2).fill(
      Buffer.from(ValidateLocalRequest.encode(question).finish()),
    );
    return measured(server, { kind: 'grpc', path: '/lonja.auth.v1.AuthService/ValidateLocal', messages, inFlight });
  };
  const open = { perSecond: burst.perSecond };

  return [
    ...inFlights.flatMap((inFlight): Case[] => [
      { name: `echo ${inFlight}`, run: () => verify(echo, inFlight, 1) },
      { name: `all cached ${inFlight}`, run: () => verify(auth, inFlight, 1) },
      { name: `secure ${inFlight}`, run: () => verify(secureAuth, inFlight, 1, { tls }) },
      { name: `90 % cached ${inFlight}`, run: () => verify(auth, inFlight, 0.9) },
      { name: `none cached ${inFlight}`, run: () => verify(auth, inFlight, 0) },
      { name: `REST all cached ${inFlight}`, run: () => verifyByRest(inFlight, 1) },
      { name: `REST none cached ${inFlight}`, run: () => verifyByRest(inFlight, 0) },
      { name: `ValidateLocal ${inFlight}`, run: () => validate(auth, inFlight) },
      ...(python ? [{ name: `Python ValidateLocal ${inFlight}`, run: () => validate(python, inFlight) }] : []),
    ]),
    { name: 'echo burst', run: () => verify(echo, 0, 1, open) },
    { name: '90 % cached burst', run: () => verify(auth, 0, 0.9, open) },
    ...(withGhz
      ? [
          { name: 'ghz echo', run: () => byGhz(echo, tokens) },
          { name: 'ghz all cached', run: () => byGhz(auth, tokens) },
        ]
      : []),
    ...[watchedProductIds.length, 1].flatMap((atATime) => watchCases(servers.stock, load, atATime)),
  ];
}

async function byGhz(server: ServerProcess, tokens: Tokens): Promise<Round> {
  const [token = ''] = await tokens.some(1, 1);
  const before = server.cpuSeconds();
  const round = await ghzRound({ port: server.port, token, calls: callsARound, inFlight: 16 });
  const after = server.cpuSeconds();
  return { ...round, cpuSeconds: before === undefined || after === undefined ? undefined : after - before };
}

/** The one round is three cases: stock values that arrived, messages that arrived, values that were published to all. */
function watchCases(stock: ServerProcess, load: LoadProcess, atATime: number): Case[] {
  let last: { messages: Round; published: Round } | undefined;
  const of = (which: 'messages' | 'published') => async () => {
    if (last === undefined) throw new Error('the values come first');
    return last[which];
  };
  return [
    {
      name: `watch ${atATime}: values`,
      async run() {
        await order(stock, atATime);
        let before = { published: 0, cpuSeconds: stock.cpuSeconds() };
        let noted = Promise.resolve();
        const request = WatchStockRequest.encode({
          products: watchedProductIds.map((productId) => ({ productId, seenVersion: 0n })),
        }).finish();
        const done = await load.watch(
          {
            kind: 'watch',
            port: stock.port,
            path: '/lonja.inventory.v1.InventoryService/WatchStock',
            request: Buffer.from(request),
            authorization: 'Bearer bench',
            subscribers,
            measureMs: watchMs,
          },
          () => {
            noted = order(stock, atATime).then((published) => {
              before = { published, cpuSeconds: stock.cpuSeconds() };
            });
          },
        );
        const after = stock.cpuSeconds();
        await noted;
        const published = (await order(stock, 0)) - before.published;
        const { seconds, values, messages } = done;
        const cpuSeconds = after === undefined || before.cpuSeconds === undefined ? undefined : after - before.cpuSeconds;
        last = { messages: { count: messages, seconds, cpuSeconds }, published: { count: published, seconds, cpuSeconds } };
        return { count: values, seconds, cpuSeconds };
      },
    },
    { name: `watch ${atATime}: messages`, run: of('messages') },
    { name: `watch ${atATime}: published`, run: of('published') },
  ];
}

/** Has so many stocks change at a time; answers how many changes were published until now. */
function order({ child }: ServerProcess, changesAtATime: number): Promise<number> {
  const answered = new Promise<number>((resolve) =>
    child.once('message', ({ published }: { published: number }) => resolve(published)),
  );
  const stockOrder: StockOrder = { changesAtATime };
  child.send(stockOrder);
  return answered;
}
