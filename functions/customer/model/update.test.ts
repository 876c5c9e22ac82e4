import { describe, expect, it } from 'vitest';
import type { CustomerPatch } from '../../../generated/rest/types.ts';
import { nerea } from '../../../tests/kit/customers.ts';
import { decideUpdate } from './update.ts';

const at = '2026-11-23T10:00:00.000Z';
const updateBy = (patch: CustomerPatch, before = nerea) => decideUpdate(before, patch, at);
const { phone: _phone, ...withoutPhone } = nerea;
const { quietHours: _quietHours, ...withoutQuietHours } = nerea.preferences;
const emailOnly = { ...nerea.preferences, channels: ['email'] as const };

describe('decideUpdate', () => {
  it.each<[field: string, patch: CustomerPatch, customer: object, changes: string[]]>([
    ['email', { email: 'ane@example.org' }, { ...nerea, email: 'ane@example.org' }, ['email']],
    ['name', { name: ' Ane ' }, { ...nerea, name: 'Ane' }, ['name']],
    ['phone', { phone: '+34 600 111 333' }, { ...nerea, phone: '+34600111333' }, ['phone']],
    [
      'phone, cleared',
      { phone: null, preferences: { channels: ['email'] } },
      { ...withoutPhone, preferences: emailOnly },
      ['phone', 'preferences'],
    ],
    [
      'language',
      { preferences: { language: 'en' } },
      { ...nerea, preferences: { ...nerea.preferences, language: 'en' } },
      ['preferences'],
    ],
    [
      'no channel',
      { preferences: { channels: [] } },
      { ...nerea, preferences: { ...nerea.preferences, channels: [] } },
      ['preferences'],
    ],
    ['quietHours, cleared', { preferences: { quietHours: null } }, { ...nerea, preferences: withoutQuietHours }, ['preferences']],
  ])('changes the %s and nothing else', (_, patch, customer, changes) => {
    const update = updateBy(patch);
    expect(update).toMatchObject({ outcome: 'updated', change: { event: { aggregateVersion: 2, data: { changes } } } });
    expect(update.outcome === 'updated' && JSON.parse(JSON.stringify(update.change.customer))).toEqual({
      ...customer,
      updatedAt: at,
      version: 2,
    });
  });

  it.each<[patch: CustomerPatch]>([
    [{}],
    [{ email: nerea.email, name: nerea.name, phone: '+34 600 111 222', preferences: nerea.preferences }],
    [{ preferences: {} }],
  ])('publishes nothing when nothing changes: %j', (patch) => {
    expect(updateBy(patch)).toEqual({ outcome: 'unchanged' });
  });

  it('clears what is absent already without a change', () => {
    expect(updateBy({ phone: null }, { ...withoutPhone, preferences: emailOnly })).toEqual({ outcome: 'unchanged' });
  });

  it.each<[patch: CustomerPatch, path: string]>([
    [{ phone: '+00 12 34 56' }, '/phone'],
    [{ phone: null }, '/preferences/channels'],
    [
      { preferences: { quietHours: { start: '22:00', end: '07:00', timeZone: 'Europe/Jaen' } } },
      '/preferences/quietHours/timeZone',
    ],
    [{ preferences: { quietHours: { start: '22:00', end: '07:00', timeZone: '+01:00' } } }, '/preferences/quietHours/timeZone'],
  ])('refuses %j and names the place', (patch, path) => {
    const update = updateBy(patch);
    expect(update.outcome === 'invalid' && update.errors.map((error) => error.path)).toContain(path);
  });
});
