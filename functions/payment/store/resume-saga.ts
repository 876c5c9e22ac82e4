import { answerOf } from '../model/payment.ts';
import { findPayment } from './payment-table.ts';
import { answerSaga } from './saga-client.ts';

/**
 * Tells the saga how the payment stands now, with the newest token. The event that brought us may be old: after a later attempt
 * began there is nothing to tell. It writes nothing, so that it can be repeated until delivered.
 */
export async function resumeSaga(organizationId: string, orderId: string): Promise<void> {
  const stored = await findPayment(organizationId, orderId);
  if (stored === undefined) return;
  const { payment } = stored;
  if (payment.status === 'initiated' || payment.status === 'tombstone') return;
  await answerSaga(payment.taskToken, answerOf(payment));
}
