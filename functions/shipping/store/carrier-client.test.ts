import { once } from 'node:events';
import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { trace } from '../../../tests/kit/invoke.ts';
import { shipTo } from '../../../tests/kit/shipping-world.ts';
import { portOf } from '../../../tests/kit/stub-auth.ts';
import { isSignatureOf } from '../../shared/input/body-signature.ts';
import type { Carrier } from '../model/carrier.ts';
import { httpCarrier } from './carrier-client.ts';

type Asked = { method: string | undefined; path: string | undefined; body: string; signature: string | undefined };
const asked: Asked[] = [];
let reply: { status: number; body: string; delayMs?: number };
const server = createServer(async (request, response) => {
  const { method, url: path, headers } = request;
  const body = await text(request);
  asked.push({ method, path, body, signature: headers['x-provider-signature']?.toString() });
  const { status, body: answer, delayMs = 0 } = reply;
  setTimeout(() => response.writeHead(status).end(answer), delayMs);
});
beforeAll(async () => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
});
let carrier: Carrier;
beforeEach(() => {
  asked.length = 0;
  const baseUrl = `http://127.0.0.1:${portOf(server.address())}/carrier`;
  carrier = httpCarrier({ baseUrl, secret: async () => 'secret', timeoutMs: 200 });
});
afterAll(() => {
  server.close();
  server.closeAllConnections();
});

const booked = { carrier: 'C', trackingNumber: 'TC-0001', labelUrl: 'labels/1', estimatedDelivery: '2026-11-24T18:00:00Z' };
const parcel = {
  ...{ parcelId: 'p-1', shipTo, callbackUrl: 'http://shop.test/status' },
  reference: { organizationId: 'o', orderId: 'order', parcelId: 'p-1' },
};
const answering = (status: number, body: object | string) => {
  reply = { status, body: typeof body === 'string' ? body : JSON.stringify(body) };
};
const book = () => carrier.book(parcel, trace);

describe('httpCarrier', () => {
  it('books with a signed request, and resolves the label against the address of the carrier', async () => {
    answering(201, booked);
    const labelUrl = `http://127.0.0.1:${portOf(server.address())}/carrier/labels/1`;
    const estimatedDelivery = '2026-11-24T18:00:00.000Z';
    expect(await book()).toEqual({ outcome: 'booked', booking: { ...booked, labelUrl, estimatedDelivery } });
    const [{ method, path, body = '', signature } = {}] = asked;
    expect([method, path, JSON.parse(body)]).toEqual(['POST', '/carrier/parcels', parcel]);
    expect(isSignatureOf(body, signature, 'secret', Date.now())).toBe(true);
  });

  it.each([
    [409, { error: 'cancelled' }, { outcome: 'cancelled' }],
    [422, { error: 'undeliverable' }, { outcome: 'refused', reason: 'undeliverable' }],
    [400, 'no JSON', { outcome: 'refused', reason: 'the carrier answered 400' }],
    [422, { error: 'a\uD83E' }, { outcome: 'refused', reason: 'the carrier answered 422' }],
  ])('takes %i %j as final', async (status, body, expected) => {
    answering(status, body);
    expect(await book()).toEqual(expected);
  });

  it.each([
    [401, {}],
    [404, {}],
    [429, {}],
    [500, {}],
    [503, 'out'],
    [201, {}],
    [201, { ...booked, trackingNumber: 'lower case' }],
    [201, { ...booked, labelUrl: 'javascript:alert(1)' }],
    [201, { ...booked, estimatedDelivery: 'soon' }],
    [201, { ...booked, carrier: 'a\uD83E' }],
  ])('takes %i %j as no answer', async (status, body) => {
    answering(status, body);
    expect(await book()).toMatchObject({ outcome: 'unavailable' });
  });

  it('waits no longer than its limit, and tries once', async () => {
    reply = { status: 201, body: JSON.stringify(booked), delayMs: 1000 };
    expect(await book()).toMatchObject({ outcome: 'unavailable' });
    expect(asked).toHaveLength(1);
  });

  it('asks no more after five faults in a row', async () => {
    answering(503, {});
    for (let n = 0; n < 7; n++) expect(await carrier.handOver('p-1', trace)).toMatchObject({ outcome: 'unavailable' });
    expect(asked).toHaveLength(5);
  });

  it('hands over and cancels by the id of the parcel, and says when it is too late', async () => {
    answering(200, {});
    expect(await carrier.handOver('p-1', trace)).toEqual({ outcome: 'done' });
    expect(await carrier.cancel('p-1', trace)).toEqual({ outcome: 'done' });
    expect(asked.map(({ path }) => path)).toEqual(['/carrier/parcels/p-1/handover', '/carrier/parcels/p-1/cancel']);
    answering(409, { error: 'has_left' });
    expect(await carrier.cancel('p-1', trace)).toEqual({ outcome: 'refused', reason: 'has_left' });
  });
});
