import { describe, expect, it } from 'vitest';
import { chosenMeter, organizationMeterKey, partnerMeterKey, secondsToQuotaReset } from './meter.ts';

const nowMs = Date.parse('2026-11-22T10:00:00.000Z');
const id = '0193a000-0000-7000-8000-00000000000a';
const shared = 'newOrganizations';
const ready = '2026-11-22T09:00:00.000Z';
const partner = { organizationId: 'olivar', meterKey: 'partner', readyAt: ready };
const organization = { organizationId: 'olivar', meterKey: 'organization', readyAt: ready };

describe('chosenMeter', () => {
  it.each([
    ['the partner’s', { partner, organization }, 'partner'],
    ['the organization’s without a partner', { partner: undefined, organization }, 'organization'],
    [
      'the organization’s for another one’s partner',
      { partner: { ...partner, organizationId: 'huerta' }, organization },
      'organization',
    ],
    [
      'the organization’s for a partner who is too new',
      { partner: { organizationId: 'olivar', meterKey: 'partner' }, organization },
      'organization',
    ],
    ['the shared one for a new organization', { partner: undefined, organization: undefined }, shared],
    [
      'the shared one until the gateway knows the organization’s',
      { partner: undefined, organization: { ...organization, readyAt: '2026-11-22T10:00:00.001Z' } },
      shared,
    ],
  ])('is %s', (_which, found, chosen) => {
    expect(chosenMeter({ ...found, shared }, 'olivar', nowMs)).toBe(chosen);
  });
});

describe('the keys for API Gateway', () => {
  it('are 20 to 128 letters and digits, and differ', () => {
    for (const key of [organizationMeterKey(id), partnerMeterKey(id)]) expect(key).toMatch(/^[A-Za-z0-9]{20,128}$/);
    expect(organizationMeterKey(id)).not.toBe(partnerMeterKey(id));
  });
});

describe('secondsToQuotaReset', () => {
  it.each([
    ['2026-11-22T00:00:00.000Z', 86_400],
    ['2026-11-22T10:00:00.000Z', 50_400],
    ['2026-11-22T23:59:59.999Z', 1],
  ])('is the time until midnight UTC at %s', (at, seconds) => {
    expect(secondsToQuotaReset(Date.parse(at))).toBe(seconds);
  });
});
