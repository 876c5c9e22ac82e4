import { describe, expect, it } from 'vitest';
import { decideAddressee } from './addressee.ts';
import { type Recipient, unknownRecipient } from './recipient.ts';

const account = { email: 'account@example.org', name: 'Ana', language: 'es' as const, version: 1 };
const preferences = { language: 'en' as const, channels: ['sms' as const] };
const customer = { email: 'customer@example.org', name: 'Ana', phone: '+34600111222', preferences, version: 1 };
const of = (parts: Partial<Recipient>): Recipient => ({ ...unknownRecipient('user-1'), ...parts });
const soon = { mayBeRegisteredSoon: true };
const later = { mayBeRegisteredSoon: false };

describe('decideAddressee', () => {
  it('writes to customers as they told the customer domain', () => {
    expect(decideAddressee(of({ account, customer }), soon)).toMatchObject({
      outcome: 'addressee',
      addressee: { email: customer.email, phone: customer.phone, language: 'en', channels: ['sms'], takesPush: true },
    });
  });

  it('sends no push messages to somebody whose sessions were ended', () => {
    const activity = { active: false, version: 2 };
    expect(decideAddressee(of({ customer, activity }), soon)).toMatchObject({ addressee: { takesPush: false } });
  });

  it('waits for the registration of a customer of whom only the account is known, and uses the account after that', () => {
    expect(decideAddressee(of({ account }), soon)).toEqual({ outcome: 'unknown' });
    expect(decideAddressee(of({ account }), later)).toMatchObject({
      addressee: { email: account.email, language: 'es', channels: ['email'] },
    });
    expect(decideAddressee(undefined, later)).toEqual({ outcome: 'unknown' });
  });

  it('finds nobody to write to after an erasure', () => {
    expect(decideAddressee(of({ customer, erased: true }), later)).toEqual({ outcome: 'erased' });
  });
});
