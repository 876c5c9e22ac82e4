import { scheduledJob } from '../../shared/jobs/scheduled-job.ts';
import { sweepShards, timeBudget } from '../../shared/jobs/sweep-shards.ts';
import { commitsOf } from '../../shared/store/commits.ts';
import { childTraceparent } from '../../shared/trace.ts';
import { needsAddress, withoutPerson } from '../model/order.ts';
import { deleteErasure, deletePersonal, type Erasure, findErasures, findPersonal } from '../store/erasure-table.ts';
import { orders, requireOrder } from '../store/order-table.ts';

const pageSize = 50;
const beginWithinMs = 40_000;
/** An order that was being placed while the customer was erased is stored by then. */
const placedByThenMs = 60 * 60 * 1000;

/**
 * Removes addresses and notes from the orders of erased customers. Orders that are neither shipped nor ended keep theirs, and the
 * erasure waits for them. `oldestSeconds` is how long the oldest one waits.
 */
export const handler = scheduledJob('forget-customers', async (now) => {
  const budget = timeBudget(beginWithinMs);
  let forgotten = 0;
  const { done, failed, left, unreadShards, oldestSeconds } = await sweepShards<Erasure>({
    shards: 1,
    readPage: (_, cursor) => findErasures({ limit: pageSize, ...(cursor !== undefined && { cursor }) }),
    work: async (erasure) => {
      const { removed, kept } = await forgetOrders(erasure, budget.mayBegin);
      forgotten += removed;
      const mayGrow = Date.parse(now) - Date.parse(erasure.erasedAt) < placedByThenMs;
      if (kept > 0 || mayGrow) return 'left';
      const cause = { correlationId: `erasure-${erasure.customerId}`, traceparent: childTraceparent() };
      await commitsOf({ ...cause, organizationId: erasure.organizationId, causationId: 'forget-customers' }).now({
        writes: [deleteErasure(erasure)],
      });
      return 'done';
    },
    describe: ({ organizationId, customerId }) => ({ organizationId, customerId }),
    since: ({ erasedAt }) => erasedAt,
    now,
    budget,
  });
  if (failed + unreadShards > 0) {
    throw new Error(`the orders of ${failed} erased customers could not be cleared; the log says why`);
  }
  return { ended: done, waiting: left, forgotten, oldestSeconds };
});

/** Goes through all orders with personal data of a customer while there is time. Those it did not reach count as kept. */
async function forgetOrders(erasure: Erasure, mayBegin: () => boolean): Promise<{ removed: number; kept: number }> {
  const count = { removed: 0, kept: 0 };
  let cursor: string | undefined;
  do {
    const page = await findPersonal(erasure, { limit: pageSize, ...(cursor !== undefined && { cursor }) });
    for (const orderId of page.orderIds) count[mayBegin() ? await forget(erasure, orderId) : 'kept'] += 1;
    cursor = page.nextCursor;
  } while (cursor !== undefined && mayBegin());
  if (cursor !== undefined) count.kept += 1;
  return count;
}

async function forget({ organizationId, customerId }: Erasure, orderId: string): Promise<'removed' | 'kept'> {
  const { correlationId, traceparent } = await requireOrder(organizationId, orderId);
  const trace = { correlationId, traceparent: childTraceparent(traceparent) };
  return commitsOf({ ...trace, organizationId, causationId: `erasure-${customerId}` }).decided(async () => {
    const order = await requireOrder(organizationId, orderId);
    if (needsAddress(order)) return { result: 'kept' };
    const writes = [orders.put(organizationId, withoutPerson(order)), deletePersonal(organizationId, order)];
    return { result: 'removed', writes };
  });
}
