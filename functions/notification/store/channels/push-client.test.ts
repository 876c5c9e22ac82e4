import { createPublicKey, verify } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type PushDevice, startPushDevice } from '../../../../tests/kit/push-device.ts';
import { awsSettings, type StubAws, startStubAws } from '../../../../tests/kit/stub-aws.ts';
import type { OutgoingOn } from '../../model/outgoing.ts';
import type { References } from './channel.ts';
import { sendPush } from './push-client.ts';
import { pushKeysFrom } from './push-keys.ts';

const secret = 'a secret of the push services';
const references: References = {
  organizationId: 'organization-1',
  userId: 'user-1',
  notificationId: 'notification-1',
  correlationId: 'correlation-1',
};
let device: PushDevice;
let aws: StubAws;
beforeAll(async () => {
  device = await startPushDevice();
  aws = await startStubAws({ GetSecretValue: () => ({ SecretString: secret }) });
  const settings = { SENDER_EMAIL: 'orders@dev.lonja.example', PUSH_SECRET_ARN: 'arn', PUSH_SERVICES: 'http://127.0.0.1' };
  Object.assign(process.env, awsSettings(aws), settings);
});
afterAll(() => {
  device.stop();
  aws.stop();
});
afterEach(() => {
  device.answer(201);
  device.received.length = 0;
});
const message = (endpoint = device.subscription.endpoint): OutgoingOn<'push'> => ({
  channel: 'push',
  to: { deviceId: device.deviceId, endpoint, keys: device.subscription.keys, registeredAt: '', version: 1 },
  push: { title: 'Tu pedido está en camino', body: 'Correos 🧀', url: 'https://shop.example/orders/1' },
});

describe('sendPush', () => {
  it('sends what only the device can read, for a day, signed with our key', async () => {
    expect(await sendPush(message(), references)).toBe('sent');
    const [{ message: shown, headers } = { message: undefined, headers: {} }] = device.received;
    expect(shown).toEqual({ ...message().push, notificationId: 'notification-1' });
    expect(headers).toMatchObject({ 'content-encoding': 'aes128gcm', ttl: '86400' });
    const [, token = '', key = ''] = /^vapid t=(\S+), k=(\S+)$/.exec(String(headers.authorization)) ?? [];
    expect(key).toBe(pushKeysFrom(secret).publicKey);
    const [header = '', claims = '', signature = ''] = token.split('.');
    expect(JSON.parse(Buffer.from(claims, 'base64url').toString())).toMatchObject({
      aud: new URL(message().to.endpoint).origin,
      sub: 'mailto:orders@dev.lonja.example',
    });
    const [x, y] = [Buffer.from(key, 'base64url').subarray(1, 33), Buffer.from(key, 'base64url').subarray(33)];
    const jwk = { kty: 'EC', crv: 'P-256', x: x.toString('base64url'), y: y.toString('base64url') };
    const publicKey = createPublicKey({ key: jwk, format: 'jwk' });
    const signed = Buffer.from(`${header}.${claims}`);
    expect(verify('sha256', signed, { key: publicKey, dsaEncoding: 'ieee-p1363' }, Buffer.from(signature, 'base64url'))).toBe(
      true,
    );
  });

  it.each([
    [404, 'gone'],
    [410, 'gone'],
    [400, 'failed'],
    [403, 'failed'],
    [413, 'failed'],
    [307, 'failed'],
  ])('takes %i as %s', async (status, outcome) => {
    device.answer(status);
    expect(await sendPush(message(), references)).toBe(outcome);
  });

  it.each([
    [429, true],
    [500, false],
    [503, false],
  ])('throws after %i', async (status, isNotSent) => {
    device.answer(status);
    await expect(sendPush(message(), references)).rejects.toMatchObject({ name: 'ChannelFaultError', isNotSent });
  });

  it('throws when the service does not answer', async () => {
    await expect(sendPush(message('http://127.0.0.1:9/push'), references)).rejects.toMatchObject({ name: 'ChannelFaultError' });
  });

  it('sends to no address that is not of a push service', async () => {
    expect(await sendPush(message('https://internal.example/push'), references)).toBe('failed');
  });
});

describe('pushKeysFrom', () => {
  it('derives the same keys from the same secret, and others from another', () => {
    expect(pushKeysFrom(secret)).toEqual(pushKeysFrom(secret));
    expect(pushKeysFrom('another').publicKey).not.toBe(pushKeysFrom(secret).publicKey);
  });
});
