/** What a route answers. Headers are added to those every answer bears; a body of undefined is an empty one. */
export type Answer = { status: number; body: unknown; headers?: Record<string, string> };

/** The place in the input that is wrong, as a JSON pointer, and what is wrong with it. */
export type InputError = { path: string; message: string };

export const ok = (body: unknown, headers?: Record<string, string>): Answer => ({
  status: 200,
  body,
  ...(headers && { headers }),
});
export const created = (body: unknown, location: string): Answer => ({ status: 201, body, headers: { Location: location } });
export const accepted = (body: unknown): Answer => ({ status: 202, body });

/** The strong ETag of an aggregate's version (RFC 9110, 8.8.3). */
export const etag = (version: number) => `"${version}"`;

export type Problem = { status: number; slug: string; detail?: string; errors?: InputError[]; headers?: Record<string, string> };

const titles: Record<number, string> = {
  400: 'Malformed request',
  401: 'Not signed in',
  403: 'Not allowed',
  404: 'Not found',
  409: 'Conflict',
  412: 'Stale version',
  413: 'Body too large',
  415: 'Unsupported media type',
  422: 'Invalid input',
  428: 'Precondition required',
  429: 'Too many requests',
  500: 'Internal fault',
  503: 'A dependency is out',
};

/** Problem details (RFC 9457). `slug` makes the stable `type`; the REST handler adds the correlation id. */
export function problem({ status, slug, detail, errors, headers }: Problem): Answer {
  return {
    status,
    headers: { ...headers, 'Content-Type': 'application/problem+json' },
    body: {
      type: `https://lonja.dev/problems/${slug}`,
      title: titles[status] ?? 'Problem',
      status,
      ...(detail !== undefined && { detail }),
      ...(errors !== undefined && { errors }),
    },
  };
}

/** Also the answer for what belongs to another organization: whether it exists is none of the caller's business. */
export const notFound = (detail?: string): Answer =>
  problem({ status: 404, slug: 'not-found', ...(detail !== undefined && { detail }) });
export const conflict = (slug: string, detail: string): Answer => problem({ status: 409, slug, detail });
export const unprocessable = (detail: string, errors?: InputError[]): Answer =>
  problem({ status: 422, slug: 'invalid-input', detail, ...(errors !== undefined && { errors }) });
