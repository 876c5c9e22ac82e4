import type { Cause } from '../shared/cause.ts';
import { readDecideCommit } from '../shared/commit.ts';
import { PermanentFault } from '../shared/faults.ts';
import { childTraceparent } from '../shared/trace.ts';
import type { Overdue } from './deadline-table.ts';
import { type Cancellation, cancelOrder } from './order.ts';
import { findOrder, orderCommit, type StoredOrder } from './order-table.ts';

type Outcome = Cancellation['outcome'];

/**
 * Cancels an order for the saga if it is pending, and says how it stands then.
 * @throws {PermanentFault} when there is no such order
 * @throws {ContendedError} when other writers came first each time: ask again
 */
export function cancelForSaga(command: { orderId: string; reason: string; at: string }, cause: Cause): Promise<Outcome> {
  return readDecideCommit(async () => {
    const stored = await readOrder(cause.organizationId, command.orderId);
    return decided(stored, cancelOrder(stored.order, { ...command, by: 'saga' }), cause);
  });
}

/** Cancels an order that is still pending past its deadline; nobody asked for it but the request that placed it. */
export function cancelOverdue({ organizationId, orderId }: Overdue, now: string): Promise<Outcome> {
  return readDecideCommit(async () => {
    const stored = await readOrder(organizationId, orderId);
    const { correlationId, traceparent } = stored.trace;
    const cause = {
      correlationId,
      traceparent: childTraceparent(traceparent),
      organizationId,
      causationId: `deadline-${orderId}`,
    };
    return decided(stored, cancelOrder(stored.order, { by: 'deadline', reason: 'deadline-passed', at: now }), cause);
  });
}

async function readOrder(organizationId: string, orderId: string): Promise<StoredOrder> {
  const stored = await findOrder(organizationId, orderId);
  if (stored === undefined) throw new PermanentFault(`there is no order ${orderId}`);
  return stored;
}

function decided({ trace }: StoredOrder, cancellation: Cancellation, cause: Cause) {
  const change = cancellation.outcome === 'confirmed' ? undefined : cancellation.change;
  return { result: cancellation.outcome, ...(change && { commit: orderCommit(cause, change, trace) }) };
}
