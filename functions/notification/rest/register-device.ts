import { noContent, notFound, unprocessable } from '../../shared/rest/answer.ts';
import { route } from '../../shared/rest/route.ts';
import { isDeviceKey } from '../model/recipients/device.ts';
import { isOfPushService } from '../model/recipients/push-service.ts';
import { pushServices } from '../store/channels/push-services.ts';
import { registerDeviceWrites } from '../store/device-table.ts';
import { recipients } from '../store/recipient-table.ts';

/** Only customers register their own devices, since a device shows the messages. */
export const registerDevice = route(
  'PUT /customers/{customerId}/devices/{deviceId}',
  async ({ params: { customerId, deviceId }, body: { endpoint, keys }, caller, receivedAt }) => {
    const { organizationId, userId } = caller;
    if (customerId !== userId) return notFound();
    const errors = [
      ...(isOfPushService(endpoint, pushServices())
        ? []
        : [{ path: '/endpoint', message: 'must be an address of a push service that this market sends to' }]),
      ...(isDeviceKey(keys.p256dh) ? [] : [{ path: '/keys/p256dh', message: 'must be a point on P-256' }]),
    ];
    if (errors.length > 0) return unprocessable('the subscription cannot be used', errors);
    if ((await recipients.find(organizationId, customerId))?.erased) return notFound();
    return {
      answer: noContent,
      writes: await registerDeviceWrites(organizationId, customerId, { deviceId, endpoint, keys }, receivedAt),
    };
  },
);
