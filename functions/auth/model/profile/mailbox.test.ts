import { describe, expect, it } from 'vitest';
import { mailboxOf, normalizedEmail } from './mailbox.ts';

describe('normalizedEmail', () => {
  it('is one for all spellings of an address', () => {
    expect(normalizedEmail(' Ana@Olivar.EXAMPLE ')).toBe('ana@olivar.example');
    expect(normalizedEmail('jose\u0301@olivar.example')).toBe(normalizedEmail('jos\u00e9@olivar.example'));
  });
});

describe('mailboxOf', () => {
  it('is one for all spellings of an address, and another one in another organization', () => {
    expect(mailboxOf('olivar', 'ANA@olivar.example')).toBe(mailboxOf('olivar', 'ana@Olivar.example '));
    expect(mailboxOf('olivar', 'ana@olivar.example')).not.toBe(mailboxOf('huerta', 'ana@olivar.example'));
  });

  it.each([
    ['a dotless i', 'ıvan@olivar.example', 'ivan@olivar.example'],
    ['full-width letters', 'ａna@olivar.example', 'ana@olivar.example'],
  ])('is another one with %s', (_what, lookAlike, address) => {
    expect(mailboxOf('olivar', lookAlike)).not.toBe(mailboxOf('olivar', address));
  });

  it('shows no part of the address', () => {
    expect(mailboxOf('olivar', 'ana@olivar.example')).toMatch(/^[A-Za-z0-9_-]{43}$/);
  });
});
