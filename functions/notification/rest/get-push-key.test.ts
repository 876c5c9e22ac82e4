import { expect, it } from 'vitest';
import { organizationId } from '../../../tests/kit/invoke.ts';
import { notified } from '../../../tests/kit/notified.ts';
import { newCaller, send } from '../../../tests/kit/rest-request.ts';
import { isDeviceKey } from '../model/recipients/device.ts';
import { handler } from '../rest.ts';

notified();

it('getPushKey gives the public key that browsers subscribe with, and nothing else', async () => {
  const { status, body } = await send(handler, 'GET /notifications/push-key', { caller: newCaller({ organizationId }) });
  const { publicKey, ...others } = Object(body);
  expect([status, isDeviceKey(publicKey), others]).toEqual([200, true, {}]);
});
