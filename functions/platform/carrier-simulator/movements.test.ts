import { once } from 'node:events';
import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { emptyTable } from '../../../tests/kit/empty-table.ts';
import { trace } from '../../../tests/kit/invoke.ts';
import { portOf } from '../../../tests/kit/stub-auth.ts';
import { awsSettings, type StubAws, startStubAws } from '../../../tests/kit/stub-aws.ts';
import { isSignatureOf } from '../../shared/input/body-signature.ts';
import { bookParcel, takeParcel } from './model/simulated-parcel.ts';
import { handler } from './movements.ts';
import { changeParcel, findParcel } from './store/parcel-table.ts';

const table = emptyTable('carrier', { CARRIER_SECRET_ARN: 'arn:secret', CARRIER_STEP_SECONDS: '0.01' });
type Report = { status: string; parcelId: string; isSigned: boolean; correlationId: unknown };
const reports: Report[] = [];
/** What the shop answers, one status after the other; 200 when there is none. */
const statuses: number[] = [];

const shop = createServer(async (request, response) => {
  const body = await text(request);
  const { status, reference } = JSON.parse(body);
  const { 'x-provider-signature': signature, 'x-correlation-id': correlationId } = request.headers;
  const isSigned = isSignatureOf(body, String(signature), 'secret', Date.now());
  reports.push({ status, parcelId: reference.parcelId, isSigned, correlationId });
  response.writeHead(statuses.shift() ?? 200).end();
});
let aws: StubAws;
beforeAll(async () => {
  aws = await startStubAws({ GetSecretValue: () => ({ SecretString: 'secret' }) });
  shop.listen(0, '127.0.0.1');
  await once(shop, 'listening');
});
beforeEach(() => {
  for (const [name, value] of Object.entries(awsSettings(aws))) vi.stubEnv(name, value);
  reports.length = 0;
  statuses.length = 0;
});
afterAll(() => {
  aws.stop();
  shop.close();
  shop.closeAllConnections();
});

/** Books a parcel to this street and hands it over. */
async function handedOver(street: string, parcelId = 'parcel-1', at = new Date(Date.now() - 1000).toISOString()): Promise<void> {
  const shipTo = { recipient: 'Nerea Ibarra', street, city: 'Jaén', country: 'ES' };
  const reference = { organizationId: 'organization', orderId: 'order', parcelId };
  const callbackUrl = `http://127.0.0.1:${portOf(shop.address())}/status`;
  const minted = { trackingNumber: 'LJ-1', labelId: `label-${parcelId}`, at, stepSeconds: 0, trace };
  await changeParcel(parcelId, trace, (stored) => {
    const booking = bookParcel({ parcelId, shipTo, callbackUrl, reference }, minted, stored);
    return { result: undefined, ...(booking.outcome === 'booked' && { parcel: booking.parcel }) };
  });
  await changeParcel(parcelId, trace, (stored) => {
    const taken = takeParcel(stored, at, 0);
    return { result: undefined, ...(taken && { parcel: taken }) };
  });
}
const move = (parcelId = 'parcel-1') => handler({ parcelId, ...trace });
const steps = () => reports.map(({ status }) => status);

describe('the movements of a simulated parcel', () => {
  it.each([
    ['Calle Maestra 12', ['in_transit', 'out_for_delivery', 'delivered']],
    ['sim-lost 1', ['in_transit', 'lost']],
    ['sim-returned 1', ['in_transit', 'out_for_delivery', 'returned']],
    ['sim-twice 1', ['in_transit', 'in_transit', 'out_for_delivery', 'out_for_delivery', 'delivered', 'delivered']],
    ['sim-disordered 1', ['delivered', 'out_for_delivery', 'in_transit']],
  ])('to %s are reported, signed and with the trace of the shop', async (street, expected) => {
    await handedOver(street);
    await move();
    expect(steps()).toEqual(expected);
    for (const report of reports) expect(report).toMatchObject({ isSigned: true, ...{ correlationId: trace.correlationId } });
    expect(await findParcel('parcel-1')).toMatchObject({ status: 'ended' });
    expect(JSON.stringify(table.items())).not.toContain(street);
    expect(table.items().filter(({ pk }) => pk === 'MOVING')).toEqual([]);
  });

  it('includes a report of a parcel that nobody sent, which the shop may refuse', async () => {
    statuses.push(404);
    await handedOver('sim-unknown 1');
    await move();
    expect(reports.map(({ parcelId }) => parcelId === 'parcel-1')).toEqual([false, true, true, true]);
  });

  it('reports again when the shop was out, and goes on', async () => {
    statuses.push(503);
    await handedOver('Calle Maestra 12');
    await move();
    expect(steps()).toEqual(['in_transit', 'in_transit', 'out_for_delivery', 'delivered']);
  });

  it('waits with its step when the shop stays out, and makes it when the schedule comes', async () => {
    statuses.push(503, 503, 503);
    await handedOver('Calle Maestra 12');
    await expect(move()).rejects.toThrow('did not accept the report');
    expect(await findParcel('parcel-1')).toMatchObject({ status: 'moving', stepsDone: 0 });
    await handler({ time: new Date().toISOString() });
    expect(await findParcel('parcel-1')).toMatchObject({ status: 'moving', stepsDone: 1 });
  });

  it('by the schedule are one step of every parcel that is due', async () => {
    await handedOver('Calle Maestra 12', 'parcel-1');
    await handedOver('Calle Maestra 14', 'parcel-2');
    await handedOver('Calle Maestra 16', 'parcel-3', new Date(Date.now() + 60_000).toISOString());
    await handler({ time: new Date().toISOString() });
    expect(reports.map(({ parcelId }) => parcelId).sort()).toEqual(['parcel-1', 'parcel-2']);
  });
});
