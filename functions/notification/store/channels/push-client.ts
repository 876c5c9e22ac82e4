import { generateRequestDetails } from 'web-push';
import { environment } from '../../../shared/environment.ts';
import { log } from '../../../shared/log.ts';
import type { OutgoingOn } from '../../model/outgoing.ts';
import { isOfPushService } from '../../model/recipients/push-service.ts';
import type { Sender } from './channel.ts';
import { ChannelFaultError, faultName } from './channel-fault.ts';
import { readPushKeys } from './push-keys.ts';
import { pushServices } from './push-services.ts';

/** A push service keeps a message for a device that is off for a day: later, it is of no use. */
const timeToLiveSeconds = 24 * 3600;
const timeoutMs = 4000;

/** Sends one Web Push message, encrypted for the device (RFC 8291). The service follows RFC 8030. */
export const sendPush: Sender<'push'> = async (message, { correlationId, notificationId }) => {
  // The list of services may have become shorter since the device was registered.
  if (!isOfPushService(message.to.endpoint, pushServices())) return 'failed';
  const status = await post(message, notificationId);
  if (status >= 200 && status < 300) return 'sent';
  if (status === 404 || status === 410) return 'gone';
  if (status === 429 || status >= 500)
    throw new ChannelFaultError(`the push service did not accept the message: ${status}`, { isNotSent: status === 429 });
  log.warn('push message refused', { correlationId, status });
  return 'failed';
};

async function post({ to: { endpoint, keys }, push }: OutgoingOn<'push'>, notificationId: string): Promise<number> {
  const vapidDetails = { subject: `mailto:${environment('SENDER_EMAIL')}`, ...(await readPushKeys()) };
  const payload = JSON.stringify({ ...push, notificationId });
  const { headers, body } = generateRequestDetails({ endpoint, keys }, payload, {
    vapidDetails,
    TTL: timeToLiveSeconds,
    contentEncoding: 'aes128gcm',
  });
  const { 'Content-Length': _, ...sent } = headers;
  try {
    const response = await fetch(endpoint, {
      method: 'POST',
      headers: Object.fromEntries(Object.entries(sent).map(([name, value]) => [name, String(value)])),
      body: new Uint8Array(body),
      // A push service does not redirect.
      redirect: 'manual',
      signal: AbortSignal.timeout(timeoutMs),
    });
    await response.body?.cancel();
    return response.status;
  } catch (thrown) {
    throw new ChannelFaultError(`the push service did not answer: ${faultName(thrown)}`, { isNotSent: false });
  }
}
