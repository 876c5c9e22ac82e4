import type { Key } from '../../shared/store/dynamo.ts';

/** An order and its timeline share one partition. */
export const orderPartition = (organizationId: string, orderId: string) => `ORG#${organizationId}#ORDER#${orderId}`;

export const orderKey = (organizationId: string, orderId: string): Key => ({
  pk: orderPartition(organizationId, orderId),
  sk: 'ORDER',
});
