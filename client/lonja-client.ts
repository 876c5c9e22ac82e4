import createClient, { type Middleware } from 'openapi-fetch';
import { idempotentRoutes, type Paths } from '../generated/rest/paths.ts';
import { LonjaError } from './lonja-error.ts';
import type { TypedRoutes } from './routes.ts';

export type LonjaClient = TypedRoutes;

export type LonjaClientOptions = {
  /** Where the API is, without `/api/v1`. */
  restUrl: string;
  /** Of the user who calls. Without it, only the open routes answer. */
  accessToken?: string;
  /** Of a partner, for its own rate limits. */
  apiKey?: string;
  /** Sent with every request; without it each request gets an id of its own. */
  correlationId?: string;
};

const timeoutMs = 30_000;
const maxTries = 5;
/** The API asks for seconds; a client that waits with people in front of it tries sooner first. */
const firstWaitMs = 250;

/**
 * The REST API as typed calls: `lonja.GET('/orders/{orderId}', { params: { path: { orderId } } })`. Paths, parameters, bodies and
 * answers are those of the contract. It differs from a bare `openapi-fetch` client in what it does by itself:
 *
 * - Every answer of 400 and above is thrown as {LonjaError}, whatever its body is.
 * - A route that takes an Idempotency-Key gets one, unless the call brings its own.
 * - Every request has a correlation id.
 * - An answer of 503 is tried again, with the same key, as the API allows.
 */
export function lonjaClient({ restUrl, accessToken, apiKey, correlationId }: LonjaClientOptions): LonjaClient {
  const client = createClient<Paths>({
    baseUrl: `${restUrl}/api/v1`,
    fetch: fetchAgain,
    headers: {
      ...(accessToken !== undefined && { Authorization: `Bearer ${accessToken}` }),
      ...(apiKey !== undefined && { 'X-Api-Key': apiKey }),
    },
  });
  client.use(withHeaders(correlationId), refusalsThrown);
  // The types of openapi-fetch make objects of read-only lists, and do not know that refusals are thrown.
  return client as unknown as LonjaClient;
}

/** The body of an answer: `await bodyOf(lonja.GET('/orders/{orderId}', …))`. @throws {TypeError} when it has none, as a 304 */
export async function bodyOf<Body>(answer: Promise<{ data: Body; response: Response }>): Promise<NonNullable<Body>> {
  const { data, response } = await answer;
  if (data === undefined || data === null) throw new TypeError(`${response.url} returned ${response.status} without a body`);
  return data;
}

/** Names the request in logs, events and answers. */
export const correlationIdOf = ({ headers }: Response): string => headers.get('X-Correlation-Id') ?? '';

const withHeaders = (correlationId: string | undefined): Middleware => ({
  onRequest({ request, schemaPath }) {
    const { headers, method } = request;
    if (!headers.has('X-Correlation-Id')) headers.set('X-Correlation-Id', correlationId ?? crypto.randomUUID());
    if (idempotentRoutes.has(`${method} ${schemaPath}`) && !headers.has('Idempotency-Key')) {
      headers.set('Idempotency-Key', crypto.randomUUID());
    }
    return request;
  },
});

/** `openapi-fetch` gives an error without a body as `undefined`, which a caller takes for success. */
const refusalsThrown: Middleware = {
  async onResponse({ request, response, schemaPath }) {
    if (response.status >= 400) throw new LonjaError(`${request.method} ${schemaPath}`, response, await response.text());
  },
};

/** @throws {TimeoutError} when a try gets no answer within 30 seconds */
async function fetchAgain(request: Request): Promise<Response> {
  for (let tries = 1; ; tries++) {
    const response = await fetch(request.clone(), { signal: AbortSignal.timeout(timeoutMs) });
    if (response.status !== 503 || tries === maxTries || !response.headers.has('Retry-After')) return response;
    await response.body?.cancel();
    await new Promise((resolve) => setTimeout(resolve, firstWaitMs * tries));
  }
}
