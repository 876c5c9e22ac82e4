import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { runConsumer } from '../../../tests/kit/event-batch.ts';
import { anEvent, at, organizationId, runJob, trace } from '../../../tests/kit/invoke.ts';
import { asBuyer, customer, notified, ofCustomer, phone, setClock } from '../../../tests/kit/notified.ts';
import { type PushDevice, startPushDevice } from '../../../tests/kit/push-device.ts';
import { AwsRefusal } from '../../../tests/kit/stub-aws.ts';
import { onOrderCancelled } from '../consumers/orders/order-cancelled.ts';
import type { CustomerProfile } from '../model/recipients/recipient.ts';
import { registerDeviceWrites, removeDeviceWrites } from '../store/device-table.ts';
import { findNotification } from '../store/notification-table.ts';
import { recipientEffects, recipients } from '../store/recipient-table.ts';
import { handler } from './send-held.ts';

const { userId } = customer;
const quietHours = { start: '22:00', end: '07:00', timeZone: 'Europe/Madrid' };
const preferences = { language: 'es' as const, channels: ['sms' as const, 'push' as const], quietHours };
const { table, texts, letSnsRefuse } = notified(asBuyer(customer, { phone, preferences }));
const cancelled = anEvent('order.cancelled', ofCustomer.orderId, { ...ofCustomer, reason: 'out-of-stock', cancelledAt: at });
const { eventId } = cancelled;
const stored = () => findNotification(organizationId, { userId, eventId, channel: 'sms' });
const dues = () => table.items().filter(({ pk }) => String(pk).startsWith('DUE#'));

const inTheNight = '2026-11-22T23:30:00.000Z';
const justAfter = '2026-11-23T06:00:30.000Z';
/** Sets the clock, and runs the job that is due then. */
const sweepAt = (now: string) => {
  setClock(now);
  return runJob(handler, now);
};
const change = async (profile: Partial<CustomerProfile>) => {
  const effects = await recipientEffects(organizationId, userId, (recipient) => {
    const { customer: before, version } = recipient;
    return before && { ...recipient, customer: { ...before, ...profile }, version: version + 1 };
  });
  table.put(...(effects?.writes ?? []));
};

let device: PushDevice;
beforeAll(async () => {
  device = await startPushDevice();
});
afterAll(() => device.stop());
beforeEach(async () => {
  setClock(inTheNight);
  const { deviceId, subscription } = device;
  table.put(...(await registerDeviceWrites(organizationId, userId, { deviceId, ...subscription }, at)));
  await runConsumer(onOrderCancelled, cancelled);
});
afterEach(() => {
  vi.useRealTimers();
  device.received.length = 0;
});

describe('send-held', () => {
  it('sends nothing before the quiet hours end', async () => {
    expect(await sweepAt('2026-11-23T05:59:59.000Z')).toMatchObject({ done: 0, left: 0 });
    expect([texts().length, device.received.length]).toEqual([0, 0]);
  });

  it('sends everything once when they have ended, as part of what caused it', async () => {
    expect(await sweepAt(justAfter)).toMatchObject({ done: 2, failed: 0, left: 0, oldestSeconds: 0 });
    expect(await sweepAt('2026-11-23T06:01:30.000Z')).toMatchObject({ done: 0 });
    expect(texts()).toMatchObject([{ to: phone }]);
    expect(device.received).toMatchObject([{ message: { title: 'Tu pedido se ha cancelado' } }]);
    expect(await stored()).toMatchObject({ status: 'sent' });
    expect(dues()).toEqual([]);
    for (const { metadata } of table.published())
      expect(metadata).toMatchObject({ correlationId: trace.correlationId, causationId: eventId, organizationId });
  });

  it('sends once when two runs overlap', async () => {
    setClock(justAfter);
    await Promise.all([runJob(handler, justAfter), runJob(handler, justAfter)]);
    expect([texts().length, device.received.length]).toEqual([1, 1]);
  });

  it('sends nothing in the next night, if no run came in between', async () => {
    await sweepAt('2026-11-23T21:30:00.000Z');
    expect([texts().length, device.received.length]).toEqual([0, 0]);
    expect(await stored()).toMatchObject({ status: 'held', held: { dueAt: '2026-11-24T06:00:00.000Z' } });
    await sweepAt('2026-11-24T06:00:30.000Z');
    expect([texts().length, device.received.length]).toEqual([1, 1]);
  });

  it('sends to the number that the customer has then', async () => {
    await change({ phone: '+34600999888' });
    await sweepAt(justAfter);
    expect(texts()).toMatchObject([{ to: '+34600999888' }]);
  });

  it('drops what the customer no longer wants, or has nowhere to get', async () => {
    await change({ phone: undefined });
    table.put(...(await removeDeviceWrites(organizationId, userId, device.deviceId)));
    await sweepAt(justAfter);
    expect([texts().length, device.received.length]).toEqual([0, 0]);
    expect(await stored()).toMatchObject({ status: 'dropped' });
    expect(table.published()).toEqual([]);
    expect(dues()).toEqual([]);
  });

  it('tries again in the next run when a service did not take the message', async () => {
    letSnsRefuse(() => {
      throw new AwsRefusal('AuthorizationError', 403);
    });
    expect(await sweepAt(justAfter)).toMatchObject({ done: 1, failed: 1, oldestSeconds: 30 });
    letSnsRefuse(() => undefined);
    expect(await sweepAt('2026-11-23T06:01:30.000Z')).toMatchObject({ done: 1, failed: 0 });
    expect(await stored()).toMatchObject({ status: 'sent' });
  });

  it('reports a message as failed that could not be sent for a day', async () => {
    letSnsRefuse(() => {
      throw new AwsRefusal('AuthorizationError', 403);
    });
    await sweepAt(justAfter);
    await sweepAt('2026-11-24T06:00:30.000Z');
    expect(await stored()).toMatchObject({ status: 'failed' });
    expect(table.published()).toContainEqual(
      expect.objectContaining({ eventData: expect.objectContaining({ type: 'sms', status: 'failed', recipient: phone }) }),
    );
    expect(dues()).toEqual([]);
  });

  it('leaves the list alone when a delivery of the event comes in between', async () => {
    setClock(justAfter);
    await runConsumer(onOrderCancelled, cancelled);
    expect(await recipients.find(organizationId, userId)).toBeDefined();
    await sweepAt(justAfter);
    expect(texts()).toHaveLength(1);
  });
});
