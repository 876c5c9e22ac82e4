import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { lonjaClient } from '../client/lonja-client.ts';
import { inTurns } from '../functions/shared/waiting/in-turns.ts';
import type { OrderPlaced, Tokens } from '../generated/rest/types.ts';

/** A registered user of a market, and a product that they want. */
export type CrowdBuyer = { organizationId: string; email: string; password: string; productId: string };

/** The response to one request of a buyer. */
export type CrowdResponse = {
  step: 'login' | 'order' | 'read';
  status: number;
  /** The body, if it is not a success. */
  problem: string;
  /** As sent with the request: log lines carry it. */
  correlationId: string;
  /** From the crowd's arrival until this request was sent. */
  sentAtMs: number;
  durationMs: number;
};

export type CrowdReport = {
  /** How many buyers got all three of their responses. */
  served: number;
  /** From the crowd's arrival until the last buyer was served, or gave up. */
  allServedMs: number;
  slowestMs: number;
  unavailable: readonly CrowdResponse[];
  /** Neither a success nor a 503. */
  refused: readonly CrowdResponse[];
  responses: readonly CrowdResponse[];
};

const giveUpAfterMs = 180_000;
const requestTimeoutMs = 60_000;

/** Registers buyers, a few at a time, so that they can arrive together later. */
export function registerBuyers(
  restUrl: string,
  { organizationId, productId, count }: { organizationId: string; productId: string; count: number },
): Promise<CrowdBuyer[]> {
  const anyone = lonjaClient({ restUrl });
  return inTurns(Array.from({ length: count }), 2, async () => {
    const credentials = { organizationId, email: `${randomUUID()}@example.org`, password: 'four words are enough' };
    await anyone.POST('/auth/register', { body: { ...credentials, name: 'Nerea Ibarra' } });
    return { ...credentials, productId };
  });
}

/**
 * All buyers arrive at the same moment. Each logs in, places one order and reads it. A buyer repeats a request only after a 503, when the
 * time of its Retry-After is over, and leaves after any other refusal.
 */
export async function crowd(restUrl: string, buyers: readonly CrowdBuyer[]): Promise<CrowdReport> {
  const startedAt = performance.now();
  const responses: CrowdResponse[] = [];

  /** Returns the body of the success that it got in the end, or undefined. */
  async function request(
    step: CrowdResponse['step'],
    path: string,
    { token, body }: { token?: string; body?: object },
  ): Promise<string | undefined> {
    const headers = {
      ...(token !== undefined && { Authorization: `Bearer ${token}` }),
      ...(body !== undefined && { 'Content-Type': 'application/json', 'Idempotency-Key': randomUUID() }),
    };
    const method = body === undefined ? 'GET' : 'POST';
    for (;;) {
      const correlationId = randomUUID();
      const sentAtMs = performance.now() - startedAt;
      const response = await fetch(`${restUrl}/api/v1${path}`, {
        method,
        headers: { ...headers, 'X-Correlation-Id': correlationId },
        ...(body !== undefined && { body: JSON.stringify(body) }),
        signal: AbortSignal.timeout(requestTimeoutMs),
      });
      const text = await response.text();
      const { ok, status } = response;
      const nowMs = performance.now() - startedAt;
      responses.push({ step, status, problem: ok ? '' : text, correlationId, sentAtMs, durationMs: nowMs - sentAtMs });
      if (ok) return text;
      const waitMs = Number(response.headers.get('retry-after')) * 1000;
      if (status !== 503 || nowMs + waitMs > giveUpAfterMs) return undefined;
      await sleep(waitMs);
    }
  }

  async function shop({ productId, ...credentials }: CrowdBuyer): Promise<boolean> {
    const loggedIn = await request('login', '/auth/login', { body: credentials });
    if (loggedIn === undefined) return false;
    const { accessToken: token }: Tokens = JSON.parse(loggedIn);
    const body = { lines: [{ productId, quantity: 1 }], paymentMethod: { token: 'tok_ok' } };
    const placed = await request('order', '/orders', { token, body });
    if (placed === undefined) return false;
    const { orderId }: OrderPlaced = JSON.parse(placed);
    return (await request('read', `/orders/${orderId}`, { token })) !== undefined;
  }

  const served = await Promise.all(buyers.map(shop));
  return {
    served: served.filter(Boolean).length,
    allServedMs: performance.now() - startedAt,
    slowestMs: Math.max(...responses.map(({ durationMs }) => durationMs)),
    unavailable: responses.filter(({ status }) => status === 503),
    refused: responses.filter(({ status }) => status >= 300 && status !== 503),
    responses,
  };
}
