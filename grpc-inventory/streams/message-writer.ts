import { status } from '@grpc/grpc-js';
import { RefusedCallError } from '../../grpc-shared/calls/call-errors.ts';

/** What is written to: a call that answers with many messages. */
type Receiver<Message> = { write(message: Message, written: () => void): unknown };

/** Who does not read for so long is let go, and what waits for it with it. */
export const stallLimitMs = 20_000;

/**
 * Writes one message and resolves when the connection has taken it. One at a time, so that whoever reads slowly leaves at most one
 * message in this process.
 * @throws {RefusedCallError} RESOURCE_EXHAUSTED when it was not taken in time; the signal's reason when that is aborted first
 */
export async function write<Message>(
  receiver: Receiver<Message>,
  message: Message,
  { signal, limitMs = stallLimitMs }: { signal: AbortSignal; limitMs?: number },
): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  receiver.write(message, resolve);
  await inTime(promise, { signal, limitMs, late: 'the answers were not read in time: ask again from what you have' });
}

/** @throws {RefusedCallError} RESOURCE_EXHAUSTED with `late` after `limitMs`; the signal's reason when that is aborted first */
export async function inTime(
  awaited: Promise<void>,
  { signal, limitMs, late }: { signal: AbortSignal; limitMs: number; late: string },
): Promise<void> {
  signal.throwIfAborted();
  const { promise, reject } = Promise.withResolvers<never>();
  const aborted = () => reject(signal.reason);
  signal.addEventListener('abort', aborted, { once: true });
  const timer = setTimeout(() => reject(new RefusedCallError(status.RESOURCE_EXHAUSTED, late)), limitMs);
  try {
    await Promise.race([awaited, promise]);
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', aborted);
  }
}
