import { describe, expect, it } from 'vitest';
import { admin, organizationId } from '../../../tests/kit/auth-users.ts';
import { emptyTable } from '../../../tests/kit/empty-table.ts';
import { anEvent, at, deliver } from '../../../tests/kit/invoke.ts';
import { stubGateway } from '../../../tests/kit/stub-gateway.ts';
import { handler } from '../consumer.ts';
import { partnerMeterKey } from '../model/plans/meter.ts';
import type { PartnerKey } from '../model/plans/partner-key.ts';
import { findPartnerMeter, putNewPartnerMeter, removePartnerMeter } from '../store/plans/meter-table.ts';
import { putNewPartnerKey } from '../store/plans/partner-key-table.ts';

const table = emptyTable('auth');
const keyId = '0193a000-0000-7000-8000-0000000000a1';
const name = 'Recetas del Norte';
const key: PartnerKey = { keyId, organizationId, name, issuedAt: at, issuedBy: admin.userId, secretHash: 'hash' };
const meterKey = partnerMeterKey(keyId);
const gateway = stubGateway([meterKey]);
const issue = () =>
  deliver(handler, 'auth.partner.key.issued', anEvent('auth.partner.key.issued', keyId, { keyId, name, issuedAt: at }));

describe('onPartnerKeyIssued', () => {
  it('has the calls of the partner counted against the plan of partners', async () => {
    table.put(putNewPartnerKey(key), putNewPartnerMeter(key));
    await issue();
    expect([...gateway.keys.values()]).toEqual([{ name: meterKey, value: meterKey, plans: ['partner-plan'] }]);
    expect(await findPartnerMeter(key.secretHash)).toMatchObject({ meterKey, readyAt: expect.any(String) });
  });

  it('creates nothing for a key that was revoked', async () => {
    await issue();
    expect(gateway.keys.size).toBe(0);
  });

  it('removes what it created for a key that is revoked at the same time', async () => {
    table.put(putNewPartnerKey(key), putNewPartnerMeter(key));
    table.beforeNextTransaction(() => table.put(removePartnerMeter(key)));
    await issue();
    expect(gateway.keys.size).toBe(0);
    expect(await findPartnerMeter(key.secretHash)).toBeUndefined();
  });

  it('is tried again when API Gateway throttles', async () => {
    table.put(putNewPartnerKey(key), putNewPartnerMeter(key));
    gateway.isThrottled = true;
    await expect(issue()).rejects.toThrow();
    expect(await findPartnerMeter(key.secretHash)).not.toHaveProperty('readyAt');
  });
});
