import { addressCodec } from '../../shared/address/address-codec.ts';
import { type Codec, flag, list, number, oneOf, record, text, variants } from '../../shared/store/codec.ts';
import { type Item, type Key, readItem, readItems } from '../../shared/store/dynamo.ts';
import { type Effects, putAfter, type Write } from '../../shared/store/write.ts';
import { type BookedAddress, type Customer, updatedCustomer } from '../model/customer.ts';

/** Holds the customer in the table, and lists their orders in the index. */
export const customerPartition = (organizationId: string, customerId: string) => `ORG#${organizationId}#CUSTOMER#${customerId}`;

/** The mark of a customer who has ordered. */
const orderedKey = (organizationId: string, customerId: string): Key => ({
  pk: customerPartition(organizationId, customerId),
  sk: 'CUSTOMER',
});

/** Our copy of what the customer domain publishes. */
const copyKey = (organizationId: string, customerId: string): Key => ({
  pk: customerPartition(organizationId, customerId),
  sk: 'COPY',
});

type Known = Extract<Customer, { status: 'known' }>;
type Erased = Extract<Customer, { status: 'erased' }>;
const bookedAddress = record<BookedAddress>({ addressId: text, address: addressCodec, isDefault: flag });
const facts = { customerId: text, version: number };
const customerCodec: Codec<Customer> = variants<Customer, 'status'>('status', {
  known: record<Known>({ ...facts, status: oneOf('known'), addressBook: list(bookedAddress) }),
  erased: record<Erased>({ ...facts, status: oneOf('erased'), erasedAt: text }),
});

/** What is known of a customer. Either part may be missing: a buyer may order before their registration has arrived here. */
export type KnownCustomer = { hasOrdered: boolean; copy?: Customer };

export const customerKeys = (organizationId: string, customerId: string): Key[] => [
  orderedKey(organizationId, customerId),
  copyKey(organizationId, customerId),
];

/** From what was read under `customerKeys`; other items are ignored. */
export function customerFrom(items: readonly Item[]): KnownCustomer {
  const copy = items.find(({ sk }) => sk === 'COPY');
  return { hasOrdered: items.some(({ sk }) => sk === 'CUSTOMER'), ...(copy && { copy: customerCodec(copy, String(copy.pk)) }) };
}

/** Strongly consistent, unlike the index that lists a customer's orders. */
export const findCustomer = async (organizationId: string, customerId: string): Promise<KnownCustomer> =>
  customerFrom(await readItems(customerKeys(organizationId, customerId)));

/**
 * Stored with a customer's first order. It takes no condition, since every writer stores the same item. It is not stored with later
 * orders, since simultaneous orders of a customer would then be transactions on one item.
 */
export const putCustomer = (organizationId: string, customerId: string): Write => ({
  Put: { Item: { ...orderedKey(organizationId, customerId), organizationId, customerId } },
});

/**
 * Keeps the whole address book that an event carries, unless a newer one is stored. Without a book, the person was erased while the
 * event was on its way, and there is nothing to keep.
 */
export async function followCustomer(
  organizationId: string,
  { customerId, addressBook }: { customerId: string; addressBook?: readonly BookedAddress[] | undefined },
  version: number,
): Promise<Effects | undefined> {
  if (addressBook === undefined) return undefined;
  return changeCopy(organizationId, customerId, (copy) => updatedCustomer(copy, { customerId, version, addressBook }));
}

/** Stores what `change` makes of our copy of a customer; nothing when it makes nothing of it. */
export async function changeCopy(
  organizationId: string,
  customerId: string,
  change: (copy: Customer | undefined) => Customer | undefined,
): Promise<Required<Pick<Effects, 'writes'>> | undefined> {
  const key = copyKey(organizationId, customerId);
  const item = await readItem(key);
  const copy = item && customerCodec(item, key.pk);
  const next = change(copy);
  return next && { writes: [putAfter({ ...key, organizationId, ...next }, copy?.version ?? 0)] };
}
