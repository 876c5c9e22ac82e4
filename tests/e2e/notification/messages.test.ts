import { SendMessageCommand } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eventually } from '../../../local/process/eventually.ts';
import { sqs } from '../../kit/aws.ts';
import { mailboxesOf, tellCustomer } from '../../kit/customer-contact.ts';
import { lettersTo, letterTo, pushTo, textTo } from '../../kit/mail.ts';
import { type Market, openMarket } from '../../kit/market.ts';
import { orderEnded, placeOrder } from '../../kit/orders.ts';
import { type PushDevice, startPushDevice } from '../../kit/push-device.ts';
import { emailFeedback } from '../../kit/queues.ts';
import { call, succeed } from '../../kit/rest.ts';
import { expectSound } from '../../kit/sound-market.ts';
import { queueOf } from '../../kit/system.ts';

let device: PushDevice;
beforeAll(async () => {
  device = await startPushDevice();
});
afterAll(() => device.stop());

/** A number of its own for each test. */
const newPhone = () => `+346${String(Date.now()).slice(-8)}`;

const register = ({ buyer }: Market) =>
  succeed('PUT /customers/{customerId}/devices/{deviceId}', {
    token: buyer.token,
    params: { customerId: buyer.userId, deviceId: device.deviceId },
    body: device.subscription,
  });

describe('a customer who reads Spanish', () => {
  it('gets e-mails, an SMS and push messages about an order, each once, and finds them listed', async () => {
    const market = await openMarket({ products: [{ initialStock: 10, priceMinor: 1375 }] });
    const { buyer } = market;
    const phone = newPhone();
    await tellCustomer(market, { phone, preferences: { language: 'es', channels: ['email', 'sms', 'push'] } });
    const { body: key } = await succeed('GET /notifications/push-key', { token: buyer.token });
    await register(market);

    const { body: placed, correlationId } = await placeOrder(market);
    await orderEnded(market, placed.orderId);
    const letter = await letterTo(buyer.email, /Tu pedido está confirmado/);
    expect(letter.text).toContain('13,75\u00a0€');
    expect(letter.text).toContain(`Referencia ${correlationId}.`);
    expect(letter.html).toContain(`<html lang="es">`);
    expect((await textTo(phone, /Pedido confirmado/)).text).toContain(placed.orderId);
    const push = await pushTo(device, /Tu pedido está confirmado/);
    expect(push.message.url).toContain(placed.orderId);
    expect(String(push.headers.authorization)).toContain(`k=${key.publicKey}`);

    await expectSound(market);
    const about = (await lettersTo(buyer.email)).filter(({ text }) => text.includes(placed.orderId));
    expect(about.map(({ subject }) => subject.replaceAll('\u00a0', ' ')).toSorted()).toEqual([
      'Hemos recibido tu pago de 13,75 €',
      'Hemos recibido tu pedido de 13,75 €',
      'Tu pedido está confirmado',
    ]);
    const { body: listed } = await succeed('GET /notifications', {
      token: buyer.token,
      query: { customerId: buyer.userId, limit: 50 },
    });
    const ofOrder = listed.notifications.filter(({ aboutId }) => aboutId === placed.orderId);
    expect(ofOrder.map(({ cause, channel, status }) => `${cause} ${channel} ${status}`).toSorted()).toEqual([
      'order.confirmed email sent',
      'order.confirmed push sent',
      'order.confirmed sms sent',
      'order.created email sent',
      'order.created push sent',
      'payment.completed email sent',
    ]);
  });

  it('loses the device to the next person who signs in there, and no stranger lists the messages', async () => {
    const [first, second] = await Promise.all([openMarket(), openMarket()]);
    for (const market of [first, second]) await tellCustomer(market, { preferences: { language: 'es', channels: ['push'] } });
    await register(first);
    await register(second);
    device.received.length = 0;
    await Promise.all([first, second].map(async (market) => orderEnded(market, (await placeOrder(market)).body.orderId)));
    await pushTo(device, /Tu pedido está confirmado/);
    await Promise.all([first, second].map(expectSound));
    expect(device.received.filter(({ message }) => message.title === 'Tu pedido está confirmado')).toHaveLength(1);
    const stranger = { token: second.buyer.token, query: { customerId: first.buyer.userId } };
    expect([404, 503]).toContain((await call('GET /notifications', stranger)).status);
  });
});

describe('an address that bounces for good', () => {
  it('gets nothing more', async () => {
    const market = await openMarket();
    const { buyer, organizationId } = market;
    const phone = newPhone();
    await tellCustomer(market, { phone, preferences: { language: 'es', channels: ['email', 'sms'] } });
    const messageId = `bounced-${buyer.userId}`;
    const tags = { organizationId: [organizationId], recipientId: [buyer.userId], correlationId: ['bounced-message'] };
    const bouncedRecipients = [{ emailAddress: buyer.email }];
    const bounce = { bounceType: 'Permanent', bouncedRecipients, timestamp: new Date().toISOString() };
    const detail = { eventType: 'Bounce', mail: { messageId, tags }, bounce };
    // As the rule on the default bus brings it, where only AWS services may publish under their names.
    const MessageBody = JSON.stringify({ id: messageId, source: 'aws.ses', 'detail-type': 'Email Bounced', detail });
    await sqs.send(new SendMessageCommand({ QueueUrl: await queueOf(await emailFeedback()), MessageBody }));
    await eventually('the bounce to be recorded', () => mailboxesOf(organizationId, buyer.userId));
    const { body: placed } = await placeOrder(market);
    await orderEnded(market, placed.orderId);
    await textTo(phone, /Pedido confirmado/);
    await expectSound(market);
    expect((await lettersTo(buyer.email)).filter(({ text }) => text.includes(placed.orderId))).toEqual([]);
  });
});
