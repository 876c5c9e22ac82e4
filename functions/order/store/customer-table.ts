import { type Key, readItem } from '../../shared/store/dynamo.ts';
import type { Write } from '../../shared/store/write.ts';

/** Of the customer in the table, and of their orders in the index that lists them. */
export const customerPartition = (organizationId: string, customerId: string) => `ORG#${organizationId}#CUSTOMER#${customerId}`;

const customerKey = (organizationId: string, customerId: string): Key => ({
  pk: customerPartition(organizationId, customerId),
  sk: 'CUSTOMER',
});

/** Whether the customer has ordered in this organization. Strongly consistent, as the index that lists their orders is not. */
export async function hasOrdered(organizationId: string, customerId: string): Promise<boolean> {
  return (await readItem(customerKey(organizationId, customerId))) !== undefined;
}

/**
 * Goes with a customer's first order. It is the same row whoever writes it, so it takes no condition; and it is not written with each
 * order, since two orders of one customer at a moment would then be two transactions on one item.
 */
export const putCustomer = (organizationId: string, customerId: string): Write => ({
  Put: { Item: { ...customerKey(organizationId, customerId), organizationId, customerId } },
});
