import { describe, expect, it } from 'vitest';
import { at, organizationId, runJob, trace } from '../../../tests/kit/invoke.ts';
import { openedShipment, shippingWorld } from '../../../tests/kit/shipping-world.ts';
import { shipmentEffects } from '../store/shipment-table.ts';
import { handler } from './settle-with-carrier.ts';

const { table, carrier, opened, put, duties, types } = shippingWorld();
const later = (minutes: number) => new Date(Date.parse(at) + minutes * 60_000).toISOString();
const run = (minutes: number) => runJob(handler, later(minutes));

describe('settle-with-carrier', () => {
  it('books what was left, announces it, and has nothing more to do', async () => {
    put(openedShipment());
    expect(await run(2)).toMatchObject({ settled: 1, unsettled: 0, oldestUnsettledSeconds: 0 });
    expect((await opened()).isAnnounced).toBe(true);
    expect([types(), duties()]).toEqual([['shipping.created'], []]);
    expect(await run(3)).toMatchObject({ settled: 0, unsettled: 0 });
    expect(carrier.requests).toHaveLength(2);
    expect(table.published()).toMatchObject([{ metadata: { correlationId: trace.correlationId } }]);
  });

  it('leaves the first try to the consumer', async () => {
    put(openedShipment());
    expect(await run(0.25)).toMatchObject({ settled: 0, unsettled: 1 });
    expect(carrier.requests).toEqual([]);
  });

  it('comes back every minute during an outage, and says how long the oldest has waited', async () => {
    put(openedShipment());
    carrier.reply = () => ({ status: 502 });
    expect(await run(2)).toMatchObject({ unsettled: 1, oldestUnsettledSeconds: 120 });
    expect(await run(2.5)).toMatchObject({ unsettled: 1 });
    expect(carrier.requests).toHaveLength(1);
    await run(3);
    expect(carrier.requests).toHaveLength(2);
  });

  it('comes back every hour to what the carrier refuses', async () => {
    put(openedShipment());
    carrier.reply = () => ({ status: 422, body: { error: 'undeliverable' } });
    expect(await run(2)).toMatchObject({ refused: 1, unsettled: 1 });
    await run(60);
    expect(carrier.requests).toHaveLength(2);
    await run(62);
    expect(carrier.requests).toHaveLength(4);
  });

  it('asks a carrier that is out no more after three shipments', async () => {
    for (let n = 0; n < 8; n++) {
      const shipment = { ...openedShipment(), orderId: `0193a000-0000-7000-8000-00000000000${n}` };
      table.put(...shipmentEffects({ organizationId, at, cause: trace }, { shipment, events: [] }, undefined).writes);
    }
    carrier.reply = () => ({ status: 503 });
    expect(await run(2)).toMatchObject({ unsettled: 8 });
    expect(carrier.requests.length).toBeLessThanOrEqual(6);
  });
});
