import type { EventDataByType } from '../../../generated/events/types.ts';

/** An address of the customer's book. */
export type BookedAddress = NonNullable<EventDataByType['customer.updated']['addressBook']>[number];

/** Our copy of a customer: the address book, or that the person was erased, which is final. */
export type Customer =
  | { status: 'known'; customerId: string; version: number; addressBook: readonly BookedAddress[] }
  | { status: 'erased'; customerId: string; version: number; erasedAt: string };

/** What an event says about a customer: the version of the aggregate after it, and the whole address book. */
export type CustomerNews = { customerId: string; version: number; addressBook: readonly BookedAddress[] };

/** The copy after the event; undefined when it says nothing new, because a newer one came first or the person was erased. */
export function updatedCustomer(copy: Customer | undefined, news: CustomerNews): Customer | undefined {
  if (copy?.status === 'erased' || (copy !== undefined && copy.version >= news.version)) return undefined;
  return { status: 'known', ...news };
}

/** The copy after the person was erased, whatever the copy knew; undefined when it was so before. */
export function erasedCustomer(
  copy: Customer | undefined,
  { customerId, version, erasedAt }: { customerId: string; version: number; erasedAt: string },
): Customer | undefined {
  if (copy?.status === 'erased') return undefined;
  // The stored version has to rise, or the write could not tell that nobody came in between.
  return { status: 'erased', customerId, version: Math.max(version, (copy?.version ?? 0) + 1), erasedAt };
}
