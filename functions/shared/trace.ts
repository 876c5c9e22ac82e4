import { randomBytes, randomUUID } from 'node:crypto';

/** What ties a request to everything it causes; gRPC carries it as metadata, logs and events as fields. */
export type Trace = { correlationId: string; traceparent: string };

const correlationPattern = /^[A-Za-z0-9_-]{8,64}$/;
const traceparentPattern = /^00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}$/;

/** A correlation id is 8 to 64 letters, digits, `_` or `-`; anything else from outside is refused, since it ends in logs. */
export function isCorrelationId(text: string): boolean {
  return correlationPattern.test(text);
}

export function newCorrelationId(): string {
  return randomUUID();
}

/** The W3C trace context of the next hop: same trace, new span; a new trace when the caller's is missing or malformed. */
export function childTraceparent(parent?: string): string {
  const span = randomBytes(8).toString('hex');
  if (parent !== undefined && traceparentPattern.test(parent)) {
    return `${parent.slice(0, 36)}${span}${parent.slice(52)}`;
  }
  return `00-${randomBytes(16).toString('hex')}-${span}-01`;
}

/** The correlation id in the text of a message that may be malformed, for its log line. */
export const correlationIdIn = (text: string): string | undefined => /"correlationId":"([A-Za-z0-9_-]{8,64})"/.exec(text)?.[1];
