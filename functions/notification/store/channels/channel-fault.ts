/**
 * A service did not accept a message for now. It names only the kind of fault: the text of a service's own errors may name the
 * recipient. `isNotSent` is whether the message was certainly not sent; without an answer, it may have been.
 */
export class ChannelFaultError extends Error {
  override readonly name = 'ChannelFaultError';
  readonly isNotSent: boolean;
  constructor(text: string, { isNotSent }: { isNotSent: boolean }) {
    super(text);
    this.isNotSent = isNotSent;
  }
}

/** What an AWS service refuses, it does not do. A fault of its own, or no answer at all, leaves that open. */
export const isRefusal = (thrown: unknown): boolean =>
  thrown instanceof Error && '$fault' in thrown && thrown.$fault === 'client' && '$metadata' in thrown;

export const faultName = (thrown: unknown): string => (thrown instanceof Error ? thrown.name : 'unknown fault');

/**
 * One try of four seconds: the queue repeats what was not sent. After the service throttled, the client spaces its requests so that
 * they stay within the rate (`adaptive`).
 */
export const sendingCalls = {
  maxAttempts: 1,
  retryMode: 'adaptive',
  requestHandler: { connectionTimeout: 1000, requestTimeout: 4000, throwOnRequestTimeout: true },
} as const;
