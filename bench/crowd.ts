import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Registered } from '../generated/rest/auth.ts';
import type { Tokens } from '../generated/rest/auth-sign-in.ts';
import type { OrderPlaced } from '../generated/rest/order.ts';
import { restClient } from '../local/demo/rest-client.ts';

/** A registered buyer of a market that sells one product. */
export type CrowdBuyer = { organizationId: string; email: string; password: string; productId: string };

/** One answer to one request of a buyer. `correlationId` is the one the request was sent with. */
export type CrowdAnswer = {
  step: 'login' | 'order' | 'read';
  status: number;
  /** `type` and `detail` of a problem; empty for a success. */
  problem: string;
  correlationId: string;
  /** From the arrival of the crowd until this request was sent. */
  sentAtMs: number;
  durationMs: number;
};

export type CrowdReport = {
  answers: readonly CrowdAnswer[];
  /** How many buyers got all three of their answers. */
  served: number;
  /** From the arrival of the crowd until the last buyer was served or gave up. */
  allServedMs: number;
  unavailable: readonly CrowdAnswer[];
  /** Answers that are neither a success nor a 503. */
  refused: readonly CrowdAnswer[];
  slowestMs: number;
};

const giveUpAfterMs = 180_000;
const requestTimeoutMs = 60_000;

/** Registers buyers in a market, a few at a time, so that they can arrive together afterwards. */
export async function registerBuyers(
  restUrl: string,
  { organizationId, productId, count }: { organizationId: string; productId: string; count: number },
): Promise<CrowdBuyer[]> {
  const anyone = restClient(restUrl);
  const buyers: CrowdBuyer[] = [];
  while (buyers.length < count) {
    const email = `${randomUUID()}@example.org`;
    const password = 'four words are enough';
    await anyone.post<Registered>('/auth/register', { organizationId, email, password, name: 'Nerea Ibarra' });
    buyers.push({ organizationId, email, password, productId });
  }
  return buyers;
}

/**
 * All buyers arrive at the same moment. Each logs in, places one order and reads it. A buyer repeats a request only after a 503, once
 * the time in Retry-After is over, and leaves after any other refusal.
 */
export async function crowd(restUrl: string, buyers: readonly CrowdBuyer[]): Promise<CrowdReport> {
  const startedAt = performance.now();
  const answers: CrowdAnswer[] = [];

  async function request<Body>(step: CrowdAnswer['step'], method: string, path: string, init: { body?: object; token?: string }) {
    const idempotencyKey = randomUUID();
    for (;;) {
      const correlationId = randomUUID();
      const sentAtMs = performance.now() - startedAt;
      const response = await fetch(`${restUrl}/api/v1${path}`, {
        method,
        headers: {
          'X-Correlation-Id': correlationId,
          ...(init.token !== undefined && { Authorization: `Bearer ${init.token}` }),
          ...(init.body !== undefined && { 'Content-Type': 'application/json', 'Idempotency-Key': idempotencyKey }),
        },
        ...(init.body !== undefined && { body: JSON.stringify(init.body) }),
        signal: AbortSignal.timeout(requestTimeoutMs),
      });
      const text = await response.text();
      const { status } = response;
      const durationMs = performance.now() - startedAt - sentAtMs;
      answers.push({ step, status, problem: response.ok ? '' : text, correlationId, sentAtMs, durationMs });
      if (response.ok) {
        const body: Body = JSON.parse(text);
        return body;
      }
      const waitMs = Number(response.headers.get('retry-after')) * 1000;
      if (status !== 503 || sentAtMs + durationMs + waitMs > giveUpAfterMs) return undefined;
      await sleep(waitMs);
    }
  }

  async function shop({ productId, ...credentials }: CrowdBuyer): Promise<boolean> {
    const tokens = await request<Tokens>('login', 'POST', '/auth/login', { body: credentials });
    if (tokens === undefined) return false;
    const token = tokens.accessToken;
    const body = { lines: [{ productId, quantity: 1 }], paymentMethod: { token: 'tok_ok' } };
    const order = await request<OrderPlaced>('order', 'POST', '/orders', { body, token });
    return order !== undefined && (await request('read', 'GET', `/orders/${order.orderId}`, { token })) !== undefined;
  }

  const served = await Promise.all(buyers.map(shop));
  return {
    answers,
    served: served.filter(Boolean).length,
    allServedMs: performance.now() - startedAt,
    unavailable: answers.filter(({ status }) => status === 503),
    refused: answers.filter(({ status }) => status >= 300 && status !== 503),
    slowestMs: Math.max(...answers.map(({ durationMs }) => durationMs)),
  };
}
