import { type Key, readItem } from '../../shared/store/dynamo.ts';
import type { Write } from '../../shared/store/write.ts';

/** Holds the customer in the table, and lists their orders in the index. */
export const customerPartition = (organizationId: string, customerId: string) => `ORG#${organizationId}#CUSTOMER#${customerId}`;

const customerKey = (organizationId: string, customerId: string): Key => ({
  pk: customerPartition(organizationId, customerId),
  sk: 'CUSTOMER',
});

/** Whether the customer has ordered in this organization. Strongly consistent, unlike the index that lists their orders. */
export async function hasOrdered(organizationId: string, customerId: string): Promise<boolean> {
  return (await readItem(customerKey(organizationId, customerId))) !== undefined;
}

/**
 * Stored with a customer's first order. It takes no condition, since every writer stores the same item. It is not stored with later
 * orders, since simultaneous orders of a customer would then be transactions on one item.
 */
export const putCustomer = (organizationId: string, customerId: string): Write => ({
  Put: { Item: { ...customerKey(organizationId, customerId), organizationId, customerId } },
});
