import { describe, expect, it } from 'vitest';
import { storedUser } from '../../../../tests/kit/auth-users.ts';
import { mailboxOf } from '../profile/mailbox.ts';
import { addressFor } from './link-request.ts';

const user = storedUser();
const { organizationId, email } = user;
const newEmail = 'new@olivar.example';
const own = mailboxOf(organizationId, email);
const wanted = mailboxOf(organizationId, newEmail);

describe('addressFor', () => {
  it.each([
    ['a new password goes to the address of the user', user, 'password', own, email],
    ['a new password does not go to an address that the user only wants', { ...user, newEmail }, 'password', wanted, undefined],
    ['a verification goes to an address that is not verified', user, 'verification', own, email],
    ['a verification of a verified address is not needed', { ...user, verified: true }, 'verification', own, undefined],
    ['a verification goes to the wanted address', { ...user, verified: true, newEmail }, 'verification', wanted, newEmail],
    ['a verification does not go to an address no longer wanted', user, 'verification', wanted, undefined],
    ['a deactivated user gets no new password', { ...user, active: false }, 'password', own, undefined],
    ['a deactivated user verifies nothing', { ...user, active: false }, 'verification', own, undefined],
  ] as const)('%s', (_what, owner, purpose, mailbox, address) => {
    expect(addressFor(owner, purpose, mailbox)).toBe(address);
  });
});
