import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Permission } from '../../../generated/shared.ts';
import {
  addresseeOf,
  afterDeactivation,
  afterPermissionsChange,
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
const permitted =
  (version: number, permissions: Permission[], localIds: string[]): Change =>
  (recipient) =>
    afterPermissionsChange(recipient, { userId, roles: [], permissions, localIds }, version);
const deactivated =
  (version: number): Change =>
  (recipient) =>
    afterDeactivation(recipient, { userId, deactivatedAt: at }, version);

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
    expect([addresseeOf(early), staffMemberOf(early)]).toEqual([undefined, undefined]);
  });

  it('is no staff after a deactivation, also when roles were set later', () => {
    const changes = [registered([]), permitted(3, ['inventory:adjust'], ['mill']), deactivated(2)];
    expect(staffMemberOf(recipientAfter(...changes))).toBeUndefined();
    expect(addresseeOf(recipientAfter(...changes))).toEqual({ userId, email: 'u@example.com', name: 'U' });
  });

  it('ends the same in whatever order and however often its events arrive', () => {
    const changes = [
      registered(['order:place']),
      permitted(2, ['inventory:adjust'], ['mill']),
      deactivated(3),
      permitted(4, ['inventory:adjust'], ['bakery']),
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
