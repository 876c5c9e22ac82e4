import { describe, expect, it } from 'vitest';
import { organizationId, storedUser } from '../../../tests/kit/auth-users.ts';
import { emptyTable } from '../../../tests/kit/empty-table.ts';
import { anEvent, at, deliver } from '../../../tests/kit/invoke.ts';
import { stubGateway } from '../../../tests/kit/stub-gateway.ts';
import { handler } from '../consumer.ts';
import { isReady, organizationMeterKey } from '../model/plans/meter.ts';
import { findOrganizationMeter } from '../store/plans/meter-table.ts';

const table = emptyTable('auth');
const meterKey = organizationMeterKey(organizationId);
const gateway = stubGateway([meterKey]);
const { userId, email, name } = storedUser();
const event = (role: 'admin' | 'buyer') =>
  anEvent('auth.user.registered', userId, { userId, email, name, roles: [role], registeredAt: at });

describe('onUserRegistered', () => {
  it('gives a new organization a key of its own on the default plan, from when the gateway knows it', async () => {
    await deliver(handler, 'auth.user.registered', event('admin'));
    expect([...gateway.keys.values()]).toEqual([{ name: meterKey, value: meterKey, plans: ['default-plan'] }]);
    const meter = await findOrganizationMeter(organizationId);
    expect(meter).toMatchObject({ organizationId, meterKey });
    expect(meter && isReady(meter, Date.now())).toBe(false);
    expect(meter && isReady(meter, Date.now() + 61_000)).toBe(true);
  });

  it('creates one key however often the event arrives, also when it failed half-way', async () => {
    gateway.keys.set('key1', { name: meterKey, value: meterKey, plans: [] });
    await deliver(handler, 'auth.user.registered', event('admin'));
    await deliver(handler, 'auth.user.registered', event('admin'));
    expect([...gateway.keys.values()]).toEqual([{ name: meterKey, value: meterKey, plans: ['default-plan'] }]);
    expect(table.items().filter(({ pk }) => String(pk).startsWith('METER#'))).toHaveLength(1);
  });

  it('does nothing for somebody who joins', async () => {
    await deliver(handler, 'auth.user.registered', event('buyer'));
    expect(gateway.keys.size).toBe(0);
    expect(await findOrganizationMeter(organizationId)).toBeUndefined();
  });
});
