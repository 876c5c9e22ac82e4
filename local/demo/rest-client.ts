import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';

const attempts = 5;
const timeoutMs = 30_000;

/** The API refused a request. The message names the request and quotes the problem. */
export class RestError extends Error {
  override readonly name = 'RestError';
  readonly status: number;
  readonly detail: string;

  constructor(request: string, status: number, detail: string) {
    super(`${request} returned ${status}: ${detail}`);
    this.status = status;
    this.detail = detail;
  }
}

/** Calls the REST API as one user. */
export type RestClient = {
  get<Body>(path: string): Promise<Body>;
  post<Body>(path: string, body: object, headers?: Record<string, string>): Promise<Body>;
  put<Body>(path: string, body: object): Promise<Body>;
};

/** Paths begin after `/api/v1`. Retries a 503, as the API allows, with the same idempotency key, so that nothing happens twice. */
export function restClient(restUrl: string, accessToken?: string): RestClient {
  const send = async <Body>(method: string, path: string, body?: object, headers?: Record<string, string>): Promise<Body> => {
    const request = {
      method,
      headers: {
        ...(accessToken !== undefined && { Authorization: `Bearer ${accessToken}` }),
        ...(body !== undefined && { 'Content-Type': 'application/json', 'Idempotency-Key': randomUUID() }),
        ...headers,
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    };
    for (let attempt = 1; ; attempt += 1) {
      const answer = await fetch(`${restUrl}/api/v1${path}`, { ...request, signal: AbortSignal.timeout(timeoutMs) });
      const text = await answer.text();
      if (answer.ok) return JSON.parse(text);
      if (answer.status !== 503 || attempt === attempts) throw new RestError(`${method} ${path}`, answer.status, problemOf(text));
      await sleep(250 * attempt);
    }
  };
  return {
    get: (path) => send('GET', path),
    post: (path, body, headers) => send('POST', path, body, headers),
    put: (path, body) => send('PUT', path, body),
  };
}

function problemOf(text: string): string {
  try {
    const { title, detail, errors }: { title?: string; detail?: string; errors?: { path: string; message: string }[] } =
      JSON.parse(text);
    const fields = (errors ?? []).map(({ path, message }) => `${path} ${message}`);
    return [title, detail, ...fields].filter((part) => part !== undefined).join('; ');
  } catch {
    return text.slice(0, 300);
  }
}
