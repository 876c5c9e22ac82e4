import { createECDH, randomBytes, randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { emptyTable } from '../../../tests/kit/empty-table.ts';
import { anotherOrganizationId, at, organizationId } from '../../../tests/kit/invoke.ts';
import { newCaller, send } from '../../../tests/kit/rest-request.ts';
import { maxDevices } from '../model/recipients/device.ts';
import { afterErasure, unknownRecipient } from '../model/recipients/recipient.ts';
import { handler } from '../rest.ts';
import { findDevices } from '../store/device-table.ts';
import { putRecipient } from '../store/recipient-table.ts';

const table = emptyTable('notification', { PUSH_SERVICES: 'https://fcm.googleapis.com https://*.push.apple.com' });
const [ana, bea, eve] = ['a', 'b', 'e'].map((last) => `0193a000-0000-7000-8000-00000000000${last}`);
const deviceId = '0193a000-0000-7000-8000-0000000000d1';
const keys = () => ({
  p256dh: createECDH('prime256v1').generateKeys('base64url'),
  auth: randomBytes(16).toString('base64url'),
});
const subscriptionAt = (path: string) => ({ endpoint: `https://fcm.googleapis.com/fcm/send/${path}`, keys: keys() });
const put = (
  userId: string | undefined,
  {
    customerId = userId,
    id = deviceId,
    body = subscriptionAt('1'),
    organization = organizationId,
    receivedAt = at,
  }: { customerId?: string | undefined; id?: string; body?: object; organization?: string; receivedAt?: string } = {},
) =>
  send(handler, 'PUT /customers/{customerId}/devices/{deviceId}', {
    params: { customerId: customerId ?? '', deviceId: id },
    body,
    caller: newCaller({ organizationId: organization, userId: userId ?? '', permissions: [] }),
    receivedAt,
  });
const devicesOf = (customerId: string | undefined, organization = organizationId) => findDevices(organization, customerId ?? '');

describe('registerDevice', () => {
  it('registers a device, and changes it', async () => {
    expect(await put(ana, { body: subscriptionAt('1') })).toMatchObject({ status: 204 });
    expect(await put(ana, { body: subscriptionAt('2') })).toMatchObject({ status: 204 });
    expect(await devicesOf(ana)).toMatchObject([{ deviceId, endpoint: 'https://fcm.googleapis.com/fcm/send/2' }]);
    expect(table.items().filter(({ pk }) => String(pk).startsWith('ENDPOINT#'))).toHaveLength(1);
  });

  it('takes the endpoint from a customer who was signed in on the device before', async () => {
    await put(ana);
    expect(await put(bea)).toMatchObject({ status: 204 });
    expect(await devicesOf(ana)).toEqual([]);
    expect(await devicesOf(bea)).toHaveLength(1);
  });

  it('takes it from a customer of another market too, since the front end may be the same', async () => {
    await put(ana, { organization: anotherOrganizationId });
    await put(bea);
    expect(await devicesOf(ana, anotherOrganizationId)).toEqual([]);
  });

  it('leaves the endpoint with one customer when several register it at once', async () => {
    const answers = await Promise.all([put(ana), put(bea), put(eve), put(ana), put(bea)]);
    expect(answers.map(({ status }) => status)).toEqual([204, 204, 204, 204, 204]);
    const owners = await Promise.all([ana, bea, eve].map((customerId) => devicesOf(customerId)));
    expect(owners.flat()).toHaveLength(1);
  });

  it('takes over nothing by a guessed id', async () => {
    await put(ana, { body: subscriptionAt('1') });
    expect(await put(eve, { body: subscriptionAt('2') })).toMatchObject({ status: 204 });
    expect(await devicesOf(ana)).toMatchObject([{ endpoint: 'https://fcm.googleapis.com/fcm/send/1' }]);
    expect(await put(eve, { customerId: ana })).toMatchObject({ status: 404 });
  });

  it('removes the oldest device of a customer who has too many', async () => {
    for (let n = 0; n <= maxDevices; n++)
      await put(ana, { id: randomUUID(), body: subscriptionAt(String(n)), receivedAt: new Date((n + 1) * 1000).toISOString() });
    const endpoints = (await devicesOf(ana)).map(({ endpoint }) => endpoint);
    expect(endpoints).toHaveLength(maxDevices);
    expect(endpoints).not.toContain('https://fcm.googleapis.com/fcm/send/0');
    expect(table.items().filter(({ pk }) => String(pk).startsWith('ENDPOINT#'))).toHaveLength(maxDevices);
  });

  it.each([
    'https://169.254.169.254/latest',
    'http://fcm.googleapis.com/1',
    'https://fcm.googleapis.com.evil.example/1',
    'https://user@fcm.googleapis.com/1',
    'https://fcm.googleapis.com:8443/1',
  ])('refuses %s, which is no push service', async (endpoint) => {
    const body = { endpoint, keys: keys() };
    expect(await put(ana, { body })).toMatchObject({ status: 422, body: { errors: [{ path: '/endpoint' }] } });
  });

  it('refuses a key that nothing can be encrypted for', async () => {
    const body = { ...subscriptionAt('1'), keys: { ...keys(), p256dh: 'B'.repeat(87) } };
    expect(await put(ana, { body })).toMatchObject({ status: 422, body: { errors: [{ path: '/keys/p256dh' }] } });
  });

  it('is 404 for somebody who was erased', async () => {
    const erased = afterErasure(unknownRecipient(ana ?? ''));
    if (erased === undefined) throw new Error('they were not erased before');
    table.put(...putRecipient(organizationId, erased));
    expect(await put(ana)).toMatchObject({ status: 404 });
  });
});
