import { describe, expect, it } from 'vitest';
import { at, organizationId, trace } from '../../../tests/kit/invoke.ts';
import { newCaller, send } from '../../../tests/kit/rest-request.ts';
import { bookedShipment, customerId, mill, orchard, orderId, shippingWorld } from '../../../tests/kit/shipping-world.ts';
import type { Caller } from '../../shared/caller.ts';
import { handler } from '../rest.ts';
import { shipmentEffects } from '../store/shipment-table.ts';

const { table, put } = shippingWorld();
const staff = (...localIds: string[]) => newCaller({ organizationId, permissions: ['shipping:manage'], localIds });
const list = (caller: Caller, query: Record<string, string>) => send(handler, 'GET /shipments', { query, caller });
type Page = { shipments: { orderId: string; parcels: { localId: string; status: string }[] }[]; nextCursor?: string };
const pageOf = (body: unknown): Page => Object(body);
const idOf = (n: number) => `0193a000-0000-7000-8000-${String(n).padStart(12, '0')}`;

/** Many orders, one minute after the other; every seventh has left the mill. */
function putMany(count: number) {
  for (let n = 0; n < count; n++) {
    const { parcels, ...shipment } = bookedShipment();
    const createdAt = new Date(Date.parse(at) + n * 60_000).toISOString();
    const moved = parcels.map((parcel, index) =>
      index === 0 && n % 7 === 0 ? { ...parcel, status: 'in_transit' as const } : parcel,
    );
    const opened = { ...shipment, orderId: idOf(n), createdAt, parcels: moved, version: 1 };
    table.put(...shipmentEffects({ organizationId, at, cause: trace }, { shipment: opened, events: [] }, undefined).writes);
  }
}

describe('listShipments', () => {
  it('finds the shipment of an order for its customer and its staff, and none for others', async () => {
    put(bookedShipment());
    const customer = newCaller({ userId: customerId, organizationId, permissions: [] });
    expect(pageOf((await list(customer, { orderId })).body).shipments).toMatchObject([{ orderId, parcels: [{}, {}] }]);
    expect(pageOf((await list(staff(orchard), { orderId })).body).shipments).toMatchObject([{ parcels: [{ localId: orchard }] }]);
    expect((await list(staff(), { orderId })).body).toEqual({ shipments: [] });
    expect((await list(customer, { orderId: idOf(1) })).body).toEqual({ shipments: [] });
  });

  it('walks the parcels of a shop with one status in full pages, the oldest first', async () => {
    putMany(30);
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const { status, body } = await list(staff(mill), { localId: mill, limit: '10', ...(cursor !== undefined && { cursor }) });
      expect(status).toBe(200);
      const page = pageOf(body);
      for (const shipment of page.shipments) expect(shipment.parcels).toMatchObject([{ localId: mill, status: 'created' }]);
      seen.push(...page.shipments.map((one) => one.orderId));
      cursor = page.nextCursor;
      if (cursor !== undefined) expect(page.shipments).toHaveLength(10);
    } while (cursor !== undefined);
    expect(seen).toEqual(Array.from({ length: 30 }, (_, n) => n).flatMap((n) => (n % 7 === 0 ? [] : [idOf(n)])));
  });

  it('finds the few that match among many without empty pages, in two requests', async () => {
    putMany(60);
    const before = table.requests().length;
    const { body } = await list(staff(mill), { localId: mill, status: 'in_transit', limit: '50' });
    expect(pageOf(body).shipments.map((one) => one.orderId)).toEqual([0, 7, 14, 21, 28, 35, 42, 49, 56].map(idOf));
    expect(table.requests().length - before).toBe(2);
  });

  it('is 403 for a shop that the caller does not work for', async () => {
    expect(await list(staff(orchard), { localId: mill })).toMatchObject({ status: 403 });
    const buyer = newCaller({ organizationId, permissions: ['order:place'], localIds: [mill] });
    expect(await list(buyer, { localId: mill })).toMatchObject({ status: 403 });
  });

  it('wants either an order or a shop', async () => {
    expect(await list(staff(mill), {})).toMatchObject({ status: 422 });
    expect(await list(staff(mill), { localId: mill, orderId })).toMatchObject({ status: 422 });
    expect(await list(staff(mill), { localId: mill, status: 'eaten' })).toMatchObject({ status: 422 });
  });
});
