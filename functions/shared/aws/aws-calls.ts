/**
 * Limits of every call to AWS: three tries in all by the SDK, each of 3 seconds, 1 to connect. Without `throwOnRequestTimeout` the SDK
 * only warns, and a call that nobody answers hangs until the Lambda's own time-out.
 */
export const awsCalls = {
  maxAttempts: 3,
  requestHandler: { connectionTimeout: 1000, requestTimeout: 3000, throwOnRequestTimeout: true },
};

/** For calls that something else repeats: a loop, a queue or the state machine. Two layers would multiply their tries. */
export const awsCallsTriedOnce = { ...awsCalls, maxAttempts: 1 };

const throttlings = /Throttl|TooManyRequests|LimitExceeded|ThroughputExceeded|SlowDown|TimeoutError/;
const networkCodes = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EAI_AGAIN']);

/** Whether an AWS service is down, overloaded or unreachable. What it refuses is our own mistake and not an outage. */
export function isAwsOutage(thrown: unknown): boolean {
  if (!(thrown instanceof Error)) return false;
  if (throttlings.test(thrown.name)) return true;
  if ('code' in thrown && typeof thrown.code === 'string' && networkCodes.has(thrown.code)) return true;
  return '$fault' in thrown && thrown.$fault === 'server';
}
