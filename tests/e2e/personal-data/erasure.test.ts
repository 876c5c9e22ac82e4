import { randomInt, randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { bodyOf } from '../../../client/lonja-client.ts';
import { eventually } from '../../../local/process/eventually.ts';
import { openMarket } from '../../kit/market.ts';
import { auditedTypes, oneOfEach, orderBody, orderEnded } from '../../kit/orders.ts';
import { expectSound } from '../../kit/sound-market.ts';
import { loggedLines, tracesOf } from '../../kit/traces-of-person.ts';
import { clientOf, newcomer } from '../../kit/typed-client.ts';

/** Somebody whom no other test knows, so that every trace is theirs. */
function stranger() {
  const mark = randomUUID().slice(0, 8);
  return {
    name: `Zuriñe Etxeberria ${mark}`,
    email: `zurine.${mark}@baserri.example`,
    phone: `+3469${randomInt(1_000_000, 9_999_999)}`,
    street: `Ibarrabarri kalea ${mark}`,
  };
}

describe('a person', () => {
  it('orders, cancels and is erased: nothing readable about them remains in tables, queues, executions or logs', async () => {
    const market = await openMarket({ products: [{ initialStock: 10 }] });
    const person = stranger();
    const { lonja, userId: customerId } = await newcomer(market, person);
    const own = { path: { customerId } };
    const customer = await eventually('the customer', () => lonja.GET('/customers/{customerId}', { params: own }));
    await lonja.PATCH('/customers/{customerId}', {
      params: own,
      headers: { 'If-Match': customer.response.headers.get('ETag') ?? '' },
      body: { phone: person.phone },
    });
    const address = { recipient: person.name, street: person.street, postalCode: '20001', city: 'Donostia', country: 'ES' };
    await lonja.POST('/customers/{customerId}/addresses', {
      params: own,
      body: { address: { ...address, phone: person.phone } },
    });
    const { orderId } = await bodyOf(lonja.POST('/orders', { body: orderBody(oneOfEach(market)) }));
    await orderEnded(market, orderId);
    const { correlationId } = await bodyOf(lonja.GET('/orders/{orderId}/timeline', { params: { path: { orderId } } }));
    await auditedTypes(market, correlationId, ['order.confirmed', 'notification.sent']);

    // Until here, the tables of the domains know them, and the search for traces finds that.
    const needles = Object.values(person);
    expect(await tracesOf(needles)).not.toEqual([]);

    await lonja.POST('/orders/{orderId}/cancel', { params: { path: { orderId } }, body: {} });
    await orderEnded(market, orderId);
    await expectSound(market);
    const erasing = await eventually('the erasure', () => lonja.DELETE('/customers/{customerId}', { params: own }));
    await auditedTypes(market, erasing.response.headers.get('X-Correlation-Id') ?? '', ['customer.erased']);
    await expectSound(market);

    await eventually(
      'no trace of the person',
      async () => {
        const traces = await tracesOf(needles);
        if (traces.length > 0) throw new Error(`\n  ${traces.join('\n  ')}`);
        return true;
      },
      { withinMs: 60_000, everyMs: 1000 },
    );

    // Audit still tells what happened, and to whom by id.
    const admin = clientOf(market.admin);
    const { events } = await bodyOf(admin.GET('/audit', { params: { query: { aggregateId: customerId } } }));
    expect(events.map(({ detailType }) => detailType)).toContain('customer.erased');
  });
});

describe('the logs of everything that was tested so far', () => {
  it('hold no e-mail address, name, street or phone', async () => {
    const names = ['Nerea', 'Ibarra', 'Zuriñe', 'Etxeberria', 'Maestra', '600111'];
    expect(await loggedLines(names, [/[\w.+-]+@[\w-]+\.(?:example|org|com)\b/])).toEqual([]);
  });
});
