import type { Trace } from '../../shared/trace.ts';
import { answerOf, type Payment, type TaskAnswer } from '../model/payment.ts';
import { payments } from './payment-table.ts';
import { answerSaga } from './saga-client.ts';

/** Tokens that one call of `notifySaga` tries: each attempt of the saga waits with its own. */
const maxTokens = 3;
const hintTimeoutMs = 1_000;

/**
 * Answers the saga that waits for the payment, with the token that was stored last. The event that leads here may be old: if that token
 * is gone, the payment is read again, and a newer token is tried. If there is none, no saga is waiting any more. It writes nothing, so it
 * can be repeated until it succeeds.
 */
export async function notifySaga(organizationId: string, orderId: string): Promise<void> {
  let gone: string | undefined;
  for (let tried = 1; tried <= maxTokens; tried++) {
    const payment = await payments.find(organizationId, orderId);
    const waiting = payment && waitingFor(payment, payment.correlationId);
    if (waiting === undefined || waiting.task.taskToken === gone) return;
    if ((await answerSaga(waiting.task, waiting.answer)) === 'answered') return;
    gone = waiting.task.taskToken;
  }
  throw new Error(`${maxTokens} tokens of order ${orderId} are gone and there is a newer one: try again`);
}

/**
 * A hint that answers the saga right after the outcome of a charge was committed: one try, within a second. There is none for a closed
 * payment, since no event about it answers the saga either.
 */
export const sagaHint =
  (payment: Payment, { correlationId }: Pick<Trace, 'correlationId'>) =>
  async (): Promise<void> => {
    const waiting = payment.status === 'closed' ? undefined : waitingFor(payment, correlationId);
    if (waiting) await answerSaga(waiting.task, waiting.answer, AbortSignal.timeout(hintTimeoutMs));
  };

type WaitingTask = Parameters<typeof answerSaga>[0];

/** The token and the answer of a payment that has ended. */
function waitingFor(payment: Payment, correlationId: string): { task: WaitingTask; answer: TaskAnswer } | undefined {
  if (payment.status === 'initiated' || payment.status === 'tombstone') return undefined;
  const { taskToken, orderId } = payment;
  return { task: { taskToken, orderId, correlationId }, answer: answerOf(payment) };
}
