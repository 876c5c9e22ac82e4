import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Permission } from '../../../../generated/shared.ts';
import {
  afterCustomerChange,
  afterDeactivation,
  afterErasure,
  afterPermissionsChange,
  afterProfileUpdate,
  afterRegistration,
  isStaffOf,
  type Recipient,
  staffMemberOf,
  unknownRecipient,
} from './recipient.ts';

const userId = 'u';
const at = '2026-11-22T10:00:00.000Z';
type Change = (recipient: Recipient) => Recipient | undefined;

const registered =
  (permissions: Permission[]): Change =>
  (recipient) =>
    afterRegistration(recipient, { userId, email: 'u@example.com', name: 'U', roles: [], permissions, registeredAt: at }, 1);
const renamed =
  (version: number, name: string): Change =>
  (recipient) =>
    afterProfileUpdate(
      recipient,
      { userId, changes: ['name'], email: 'u@example.com', name, language: 'es', updatedAt: at },
      version,
    );
const permitted =
  (version: number, permissions: Permission[], localIds: string[]): Change =>
  (recipient) =>
    afterPermissionsChange(recipient, { userId, roles: [], permissions, localIds }, version);
const deactivated =
  (version: number): Change =>
  (recipient) =>
    afterDeactivation(recipient, { userId, deactivatedAt: at }, version);
const customerChanged =
  (version: number, email: string): Change =>
  (recipient) =>
    afterCustomerChange(
      recipient,
      { customerId: userId, email, name: 'U', preferences: { language: 'es', channels: ['email'] }, registeredAt: at },
      version,
    );

const recipientAfter = (...changes: readonly Change[]) =>
  changes.reduce<Recipient>((recipient, change) => change(recipient) ?? recipient, unknownRecipient(userId));

describe('a recipient', () => {
  it('is staff of their own shops when they may adjust stock, and admins of all shops', () => {
    const member = staffMemberOf(recipientAfter(registered([]), permitted(2, ['inventory:adjust'], ['mill'])));
    expect(member && [isStaffOf(member, 'mill'), isStaffOf(member, 'bakery')]).toEqual([true, false]);
    const admin = staffMemberOf(recipientAfter(registered(['inventory:adjust', 'auth:manage'])));
    expect(admin && isStaffOf(admin, 'bakery')).toBe(true);
    expect(staffMemberOf(recipientAfter(registered(['order:place']), permitted(2, ['order:place'], ['mill'])))).toBeUndefined();
  });

  it('has no address until the registration has arrived, whatever came before', () => {
    const early = recipientAfter(permitted(2, ['inventory:adjust'], ['mill']), deactivated(3));
    expect([early.account, staffMemberOf(early)]).toEqual([undefined, undefined]);
  });

  it('is no staff after a deactivation, also when roles were set later', () => {
    const changes = [registered([]), permitted(3, ['inventory:adjust'], ['mill']), deactivated(2)];
    expect(staffMemberOf(recipientAfter(...changes))).toBeUndefined();
    expect(recipientAfter(...changes).account).toMatchObject({ email: 'u@example.com', name: 'U' });
  });

  it('keeps nothing but the fact after an erasure, whatever arrives later', () => {
    const changes = [registered(['inventory:adjust']), customerChanged(1, 'u@example.com'), afterErasure];
    const late = [
      customerChanged(9, 'late@example.com'),
      registered([]),
      renamed(9, 'Late'),
      permitted(9, ['inventory:adjust'], []),
    ];
    const erased = recipientAfter(...changes, ...late);
    expect(erased).toMatchObject({ userId, erased: true });
    expect(JSON.stringify(erased)).not.toMatch(/example|Late/);
    expect(afterErasure(erased)).toBeUndefined();
  });

  it('is not changed by an event whose personal data is gone', () => {
    const { email: _, name: __, ...bare } = { customerId: userId, email: '', name: '', registeredAt: at };
    const data = { ...bare, preferences: { language: 'es', channels: [] } } as unknown as Parameters<
      typeof afterCustomerChange
    >[1];
    expect(afterCustomerChange(unknownRecipient(userId), data, 1)).toBeUndefined();
  });

  it('ends the same in whatever order and however often its events arrive', () => {
    const changes = [
      registered(['order:place']),
      permitted(2, ['inventory:adjust'], ['mill']),
      renamed(3, 'New'),
      deactivated(4),
      permitted(5, ['inventory:adjust'], ['bakery']),
      customerChanged(1, 'one@example.com'),
      customerChanged(2, 'two@example.com'),
    ];
    const { version: _, ...expected } = recipientAfter(...changes);
    const twice = [...changes, ...changes];
    fc.assert(
      fc.property(fc.shuffledSubarray(twice, { minLength: twice.length }), (arrivals) => {
        expect(recipientAfter(...arrivals)).toMatchObject(expected);
      }),
    );
  });
});
