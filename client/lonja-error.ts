import type { Problem } from '../generated/rest/types.ts';

/** The API refused a request, or something in between did: then there is no problem in its body. */
export class LonjaError extends Error {
  override readonly name = 'LonjaError';
  readonly status: number;
  /** Why (RFC 9457). Undefined when the body is empty, HTML, or anything else. */
  readonly problem: Problem | undefined;
  readonly correlationId: string | undefined;
  /** How long to wait before the request is sent again. Undefined when the answer does not say. */
  readonly retryAfterSeconds: number | undefined;

  constructor(request: string, response: Response, text: string) {
    const problem = problemIn(text);
    super(
      `${request} returned ${response.status}: ${problem === undefined ? text.slice(0, 300) || 'no body' : inWords(problem)}`,
    );
    this.status = response.status;
    this.problem = problem;
    this.correlationId = response.headers.get('X-Correlation-Id') ?? undefined;
    const seconds = Number(response.headers.get('Retry-After') ?? Number.NaN);
    this.retryAfterSeconds = Number.isFinite(seconds) ? seconds : undefined;
  }
}

function problemIn(text: string): Problem | undefined {
  try {
    const body: unknown = JSON.parse(text);
    return isProblem(body) ? body : undefined;
  } catch {
    return undefined;
  }
}

/** The contract describes the rest of what is called a problem. */
const isProblem = (body: unknown): body is Problem =>
  typeof body === 'object' && body !== null && 'title' in body && 'status' in body && typeof body.status === 'number';

const inWords = ({ title, detail, errors = [] }: Problem) =>
  [title, detail, ...errors.map(({ path, message }) => `${path} ${message}`)].filter((part) => part !== undefined).join('; ');
