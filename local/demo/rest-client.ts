import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';

const attempts = 5;
const timeoutMs = 30_000;

/** The API refused; the message tells what was asked and what the problem says. */
export class RestError extends Error {
  override readonly name = 'RestError';
  readonly status: number;
  readonly detail: string;

  constructor(request: string, status: number, detail: string) {
    super(`${request} answered ${status}: ${detail}`);
    this.status = status;
    this.detail = detail;
  }
}

/** Speaks to the REST API as one user. */
export type RestClient = {
  get<Body>(path: string): Promise<Body>;
  post<Body>(path: string, body: object, headers?: Record<string, string>): Promise<Body>;
  put<Body>(path: string, body: object): Promise<Body>;
};

/** Paths begin after `/api/v1`. 503 is tried again, as the API says it may; with one idempotency key, so that nothing happens twice. */
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
    const places = (errors ?? []).map(({ path, message }) => `${path} ${message}`);
    return [title, detail, ...places].filter((part) => part !== undefined).join('; ');
  } catch {
    return text.slice(0, 300);
  }
}
