import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Customer } from './customer.ts';
import {
  afterDeactivation,
  afterPermissionsChange,
  afterProfileUpdate,
  afterRegistration,
  afterVerification,
  customerAfter,
  type UserCopy,
  unknownUser,
} from './user-copy.ts';

const userId = '0193a000-0000-7000-8000-0000000000c0';
const at = '2026-11-22T10:00:00.000Z';
type News = (user: UserCopy) => UserCopy | undefined;

/** What auth says of one user, in the order in which it happened. */
const history = {
  registered: (user) =>
    afterRegistration(
      user,
      { userId, email: 'ane@example.org', name: 'Ane', roles: ['buyer'], registeredAt: at, language: 'en' },
      1,
    ),
  verified: (user) => afterVerification(user, { userId, email: 'ane@example.org', verifiedAt: at }, 2),
  moved: (user) =>
    afterProfileUpdate(user, { userId, changes: ['email'], email: 'otxoa@example.org', name: 'Ane', updatedAt: at }, 3),
  renamed: (user) =>
    afterProfileUpdate(user, { userId, changes: ['name'], email: 'otxoa@example.org', name: 'Ane Otxoa', updatedAt: at }, 4),
  promoted: (user) =>
    afterPermissionsChange(user, { userId, roles: ['buyer', 'producer'], permissions: ['order:place'], localIds: [] }, 5),
  deactivated: (user) => afterDeactivation(user, { userId, deactivatedAt: at }, 6),
} satisfies Record<string, News>;

/** The user and the customer after these news; `changed` is what each of them changed in the customer. */
function heard(news: readonly News[], start?: Customer) {
  let user = unknownUser(userId);
  let customer = start;
  const published: string[] = [];
  for (const one of news) {
    const after = one(user);
    const change = after && customerAfter(customer, { before: user, after, at });
    user = after ?? user;
    customer = change?.customer ?? customer;
    if (change?.event !== undefined) published.push(change.event.type);
  }
  return { user, customer, published };
}

describe('customerAfter', () => {
  it('comes to the same customer in every order of arrival, however often each event comes', () => {
    const all = Object.values(history);
    const { version: _, updatedAt: __, ...expected } = heard(all).customer ?? { version: 0 };
    expect(expected).toMatchObject({
      status: 'inactive',
      email: 'otxoa@example.org',
      verifiedEmail: 'ane@example.org',
      name: 'Ane Otxoa',
      preferences: { language: 'en', channels: ['email'] },
    });
    const arrivals = fc
      .array(fc.constantFrom(...all), { maxLength: 5 })
      .chain((again) => fc.shuffledSubarray([...all, ...again], { minLength: all.length + again.length }));
    fc.assert(
      fc.property(arrivals, (news) => {
        const { customer, published } = heard(news);
        const { version: _v, updatedAt: _u, ...end } = customer ?? { version: 0 };
        expect(end).toEqual(expected);
        expect(published.filter((type) => type === 'customer.registered')).toHaveLength(1);
      }),
      { numRuns: 500 },
    );
  });

  it('makes nobody a customer who is no buyer, and anybody who becomes one', () => {
    const staff: News = (user) =>
      afterRegistration(user, { userId, email: 'ane@example.org', name: 'Ane', roles: ['admin'], registeredAt: at }, 1);
    expect(heard([staff]).customer).toBeUndefined();
    expect(heard([staff, history.promoted]).customer).toMatchObject({ customerId: userId, status: 'active', name: 'Ane' });
  });

  it('keeps what the customer gave here, unless auth changes that very field', () => {
    const { customer } = heard([history.registered]);
    if (customer === undefined) throw new Error('there is no customer');
    const user = heard([history.registered]).user;
    const changed: Customer = { ...customer, email: 'shop@example.org', name: 'A. Otxoa' };
    const after = history.renamed({ ...user, profile: { ...user.profile, email: 'otxoa@example.org', name: 'Ane', version: 3 } });
    if (after === undefined) throw new Error('nothing changed');
    const before = { ...user, profile: { email: 'otxoa@example.org', name: 'Ane', version: 3 } };
    expect(customerAfter(changed, { before, after, at })).toMatchObject({
      customer: { email: 'shop@example.org', name: 'Ane Otxoa' },
      event: { data: { changes: ['name'] } },
    });
  });

  it('makes nothing of an event whose person was erased meanwhile', () => {
    const user = afterRegistration(unknownUser(userId), { userId, roles: ['buyer'], registeredAt: at }, 1);
    expect(user?.profile).toBeUndefined();
    expect(user && customerAfter(undefined, { before: unknownUser(userId), after: user, at })).toBeUndefined();
  });
});
