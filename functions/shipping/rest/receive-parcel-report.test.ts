import { beforeEach, describe, expect, it, vi } from 'vitest';
import { anotherOrganizationId, organizationId, trace } from '../../../tests/kit/invoke.ts';
import { lambdaContext } from '../../../tests/kit/lambda-context.ts';
import { gatewayEvent, newCause, send } from '../../../tests/kit/rest-request.ts';
import {
  bookedShipment,
  mill,
  orderId,
  previousCarrierSecret,
  shippingWorld,
  signed,
} from '../../../tests/kit/shipping-world.ts';
import { log } from '../../shared/log.ts';
import { handler } from '../rest.ts';
import { shipments } from '../store/shipment-table.ts';

const { table, opened, put, types } = shippingWorld();
const shipment = bookedShipment();
const { shipmentId, parcels } = shipment;
const parcelId = parcels[0]?.parcelId ?? '';
const occurredAt = '2026-11-22T11:00:00.000Z';
const body = { status: 'in_transit', reference: { organizationId, orderId, parcelId }, location: 'Granada', occurredAt };
const received = { status: 200, body: { received: true } };
beforeEach(() => put(shipment));

async function report(message: object, { id = shipmentId, secret }: { id?: string; secret?: string } = {}) {
  const rawBody = JSON.stringify(message);
  const request = { rawBody, headers: signed(rawBody, secret), params: { shipmentId: id } };
  const { status, body: answer } = await send(handler, 'POST /shipments/{shipmentId}/status', request);
  return { status, body: answer };
}
const about = (parcel: object) => ({ ...body, reference: { ...body.reference, ...parcel } });

describe('POST /shipments/{shipmentId}/status', () => {
  it('moves the parcel and its shipment, in the trace of the order', async () => {
    expect(await report(body)).toEqual(received);
    expect(await opened()).toMatchObject({
      status: 'in_transit',
      parcels: [{ status: 'in_transit', movedAt: occurredAt, location: 'Granada' }, { status: 'created' }],
    });
    expect(table.published()).toMatchObject([
      {
        type: 'shipping.status.updated',
        eventData: { parcelId, localId: mill, status: 'in_transit', location: 'Granada', occurredAt },
        metadata: { correlationId: trace.correlationId, organizationId },
      },
    ]);
  });

  it('takes a report once, and none that comes too late', async () => {
    await report({ ...body, status: 'delivered' });
    await report({ ...body, status: 'delivered' });
    await report(body);
    expect(types()).toEqual(['shipping.status.updated']);
    expect((await opened()).parcels[0]).toMatchObject({ status: 'delivered' });
  });

  it('acknowledges a report that contradicts the end of a parcel, and logs it as an error', async () => {
    await report({ ...body, status: 'lost' });
    const logged = vi.spyOn(log, 'error');
    expect(await report({ ...body, status: 'delivered' })).toEqual(received);
    expect(logged).toHaveBeenCalledWith(expect.any(String), expect.objectContaining({ known: 'lost', reported: 'delivered' }));
    expect((await opened()).parcels[0]).toMatchObject({ status: 'lost' });
  });

  it('accepts the secret of before the last rotation', async () => {
    expect(await report(body, { secret: previousCarrierSecret })).toEqual(received);
  });

  const seconds = Math.round(Date.now() / 1000);
  const digest = signed(JSON.stringify(body))['X-Provider-Signature']?.split('v1=')[1] ?? '';
  it.each([
    ['missing', undefined],
    ['empty', ''],
    ['too short', `t=${seconds},v1=${'0'.repeat(63)}`],
    ['too long', `t=${seconds},v1=${'0'.repeat(65)}`],
    ['without a time', 'v1='],
    ['not hexadecimal', `t=${seconds},v1=${'g'.repeat(64)}`],
    ['in capitals', `t=${seconds},v1=${digest.toUpperCase()}x`],
    ['of multi-byte characters', `t=${seconds},v1=${'ñ🧀'.repeat(16)}`],
    ['too old', `t=${seconds - 301},v1=${digest}`],
  ])('answers 401 to a signature that is %s, and writes nothing', async (_, signature) => {
    const before = table.items();
    const headers: Record<string, string> = signature === undefined ? {} : { 'X-Provider-Signature': signature };
    const request = { rawBody: JSON.stringify(body), headers, params: { shipmentId } };
    const answer = await send(handler, 'POST /shipments/{shipmentId}/status', request);
    expect(answer).toMatchObject({ status: 401, headers: { 'Content-Type': 'application/problem+json' } });
    expect(table.items()).toEqual(before);
  });

  it('answers 401 to two signatures in one request, even if both are genuine', async () => {
    const rawBody = JSON.stringify(body);
    const headers = signed(rawBody);
    const event = gatewayEvent('POST /shipments/{shipmentId}/status', { rawBody, headers, params: { shipmentId } });
    const signature = headers['X-Provider-Signature'] ?? '';
    const twice = { ...event, multiValueHeaders: { 'X-Provider-Signature': [signature, signature] } };
    expect(await handler(twice, { ...lambdaContext(), call: { cause: newCause() } })).toMatchObject({ statusCode: 401 });
    expect(types()).toEqual([]);
  });

  it.each([
    ['a parcel', about({ parcelId: '0193a000-0000-7000-8000-0000000000ee' }), shipmentId],
    ['an order', about({ orderId: '0193a000-0000-7000-8000-0000000000ee' }), shipmentId],
    ['an organization', about({ organizationId: anotherOrganizationId }), shipmentId],
    ['a shipment', body, '0193a000-0000-7000-8000-0000000000ee'],
  ])('is 404 for %s that it does not know, and writes nothing', async (_, message, id) => {
    const before = table.items();
    expect(await report(message, { id })).toMatchObject({ status: 404 });
    expect(table.items()).toEqual(before);
  });

  it.each([
    ['/status', { ...body, status: 'eaten' }],
    ['/occurredAt', { ...body, occurredAt: '2026-13-01T00:00:00Z' }],
    ['/reference', { status: 'in_transit', occurredAt }],
  ])('is 422 with the path %s', async (path, message) => {
    expect(await report(message)).toMatchObject({ status: 422, body: { errors: [{ path }] } });
  });

  it('takes ids in capitals', async () => {
    const reference = {
      organizationId: organizationId.toUpperCase(),
      orderId: orderId.toUpperCase(),
      parcelId: parcelId.toUpperCase(),
    };
    expect(await report({ ...body, reference }, { id: shipmentId.toUpperCase() })).toEqual(received);
    expect(types()).toHaveLength(1);
  });

  it('decides against a cancellation that comes at the same moment', async () => {
    const logged = vi.spyOn(log, 'error');
    const cancelled = shipment.parcels.map((parcel) => ({ ...parcel, status: 'cancelled' as const }));
    const next = shipments.put(organizationId, { ...shipment, ...trace, status: 'cancelled', parcels: cancelled, version: 2 });
    table.beforeNextTransaction(() => table.put(next));
    expect(await report(body)).toEqual(received);
    expect(logged).toHaveBeenCalledWith(expect.any(String), expect.objectContaining({ known: 'cancelled' }));
    expect(types()).toEqual([]);
  });
});
