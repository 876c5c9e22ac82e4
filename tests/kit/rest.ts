import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { inject } from 'vitest';
import type { Operations } from '../../generated/rest/operations.ts';
import { contractBreaches } from './answer-check.ts';

export type Operation = keyof Operations;
/** The bodies of all successful answers. */
export type AnswerOf<Key extends Operation> = Operations[Key]['answers'][keyof Operations[Key]['answers']];

export type Call = {
  /** Values for the places in the path, such as `orderId`. */
  params?: Record<string, string>;
  query?: Record<string, string | number>;
  /** Sent as JSON; text is sent as it is. */
  body?: unknown;
  /** Access token. */
  token?: string;
  headers?: Record<string, string>;
};

export type RestAnswer<Body = Record<string, unknown>> = {
  status: number;
  headers: Headers;
  /** Where the request went, for references relative to it. */
  url: string;
  /** The very bytes, as text. */
  text: string;
  body: Body;
  /** As the answer's header says; empty when it has none. */
  correlationId: string;
};

const timeoutMs = 30_000;
const maxTries = 6;

/**
 * Calls an operation of openapi.yaml, such as `GET /orders/{orderId}`, and again, the very same, while it answers 503: on a busy
 * machine Auth may not answer within the authorizer's second, and a client may repeat what the API says it may repeat.
 * @throws as `callOnce` does
 */
export async function call(operation: Operation, options: Call = {}): Promise<RestAnswer> {
  for (let tries = 1; ; tries++) {
    const answer = await callOnce(operation, options);
    const retryAfterSeconds = Number(answer.headers.get('retry-after'));
    if (answer.status !== 503 || tries === maxTries) return answer;
    // No longer than it asks for; earlier tries are ours to risk, since every key is sent again.
    await sleep(Math.min(retryAfterSeconds, tries / 2) * 1000);
  }
}

/**
 * Calls an operation and holds its answer against the contract: every answer in every test is a contract test.
 * @throws with all breaches
 */
export async function callOnce(operation: Operation, { params = {}, query = {}, ...rest }: Call = {}): Promise<RestAnswer> {
  const [method = '', template = ''] = operation.split(' ');
  const answer = await callPath(method, `${pathOf(template, params)}${searchOf(query)}`, rest);
  const breaches = contractBreaches(operation, answer);
  if (breaches.length > 0) throw new Error(breaches.join('\n'));
  return answer;
}

/** Calls an operation that has to succeed. @throws with the problem when it does not */
export async function succeed<Key extends Operation>(operation: Key, options: Call = {}): Promise<RestAnswer<AnswerOf<Key>>> {
  const answer = await call(operation, options);
  if (answer.status >= 300) throw new Error(`${operation} answered ${answer.status}: ${answer.text}`);
  // The body was held against the very schema that this type comes from.
  return answer as unknown as RestAnswer<AnswerOf<Key>>;
}

/** Calls any path below `/api/v1`, without a contract to hold the answer against. */
export async function callPath(method: string, path: string, { body, token, headers }: Omit<Call, 'params' | 'query'> = {}) {
  const response = await fetch(`${inject('world').restUrl}/api/v1${path}`, {
    method,
    headers: {
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
      ...headers,
    },
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    signal: AbortSignal.timeout(timeoutMs),
  });
  const text = await response.text();
  const correlationId = response.headers.get('x-correlation-id') ?? '';
  return { status: response.status, headers: response.headers, url: response.url, text, body: objectIn(text), correlationId };
}

/** A new key for a new operation. */
export const newIdempotencyKey = () => ({ 'idempotency-key': randomUUID() });

const pathOf = (template: string, params: Record<string, string>) =>
  template.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params[name] ?? `no-${name}`));

function searchOf(query: Record<string, string | number>): string {
  const text = new URLSearchParams(
    Object.entries(query).map(([name, value]): [string, string] => [name, String(value)]),
  ).toString();
  return text === '' ? '' : `?${text}`;
}

function objectIn(text: string): Record<string, unknown> {
  try {
    const body: unknown = JSON.parse(text);
    return typeof body === 'object' && body !== null ? { ...body } : {};
  } catch {
    return {};
  }
}
