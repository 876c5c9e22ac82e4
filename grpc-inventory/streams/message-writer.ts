import { type RefusedCallError, StalledReaderError } from '../../grpc-shared/calls/call-errors.ts';

/** A call that answers with many messages. */
type Receiver<Message> = { write(message: Message, written: () => void): unknown };

/** A caller that does not read for so long is dropped, and with it the message that waits for it. */
export const stallLimitMs = 20_000;

/**
 * Writes one message and resolves when the connection has taken it. One at a time, so a slow reader keeps at most one message in this
 * process.
 * @throws {StalledReaderError} when it was not taken in time; the signal's reason when that is aborted first
 */
export async function write<Message>(
  receiver: Receiver<Message>,
  message: Message,
  { signal, limitMs = stallLimitMs }: { signal: AbortSignal; limitMs?: number | undefined },
): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  receiver.write(message, resolve);
  await inTime(promise, { signal, limitMs, late: stalled });
}

const stalled = () => new StalledReaderError('the answers were not read in time: ask again from what you have');

/** @throws `late()` after `limitMs`; the signal's reason when it is aborted first */
export async function inTime(
  awaited: Promise<void>,
  { signal, limitMs, late }: { signal: AbortSignal; limitMs: number; late: () => RefusedCallError },
): Promise<void> {
  signal.throwIfAborted();
  const { promise, reject } = Promise.withResolvers<never>();
  const aborted = () => reject(signal.reason);
  signal.addEventListener('abort', aborted, { once: true });
  const timer = setTimeout(() => reject(late()), limitMs);
  try {
    await Promise.race([awaited, promise]);
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', aborted);
  }
}
