import { describe, expect, it } from 'vitest';
import { emptyTable } from '../../../tests/kit/empty-table.ts';
import { anEvent, at, deliver } from '../../../tests/kit/invoke.ts';
import { stubGateway } from '../../../tests/kit/stub-gateway.ts';
import { handler } from '../consumer.ts';
import { partnerMeterKey } from '../model/plans/meter.ts';

emptyTable('auth');
const keyId = '0193a000-0000-7000-8000-0000000000a1';
const meterKey = partnerMeterKey(keyId);
const gateway = stubGateway([meterKey]);
const revoke = () =>
  deliver(handler, 'auth.partner.key.revoked', anEvent('auth.partner.key.revoked', keyId, { keyId, revokedAt: at }, 2));

describe('onPartnerKeyRevoked', () => {
  it('removes the key from API Gateway, once', async () => {
    gateway.keys.set('key1', { name: meterKey, value: meterKey, plans: ['partner-plan'] });
    await revoke();
    expect(gateway.keys.size).toBe(0);
    await revoke();
  });

  it('leaves keys of other names alone', async () => {
    gateway.keys.set('key1', { name: `${meterKey}0`, value: `${meterKey}0`, plans: ['partner-plan'] });
    await revoke();
    expect(gateway.keys.size).toBe(1);
  });
});
