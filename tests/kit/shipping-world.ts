/** For unit tests of shipping: its table in memory, and the carrier and AWS as servers in this process. */
import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, beforeEach, vi } from 'vitest';
import { newId } from '../../functions/shared/ids.ts';
import { signatureHeader, signBody } from '../../functions/shared/input/body-signature.ts';
import { decideOpening } from '../../functions/shipping/model/opening.ts';
import type { Booking, OpenedShipment } from '../../functions/shipping/model/shipment.ts';
import type { StoredShipment } from '../../functions/shipping/store/shipment-codec.ts';
import { shipmentEffects, shipments } from '../../functions/shipping/store/shipment-table.ts';
import type { EventDataByType } from '../../generated/events/types.ts';
import type { ShippingMethod } from '../../generated/shared.ts';
import { emptyTable } from './empty-table.ts';
import { at, organizationId, trace } from './invoke.ts';
import { portOf } from './stub-auth.ts';
import { awsSettings, type StubAws, startStubAws } from './stub-aws.ts';

export const carrierSecret = 'secret';
export const previousCarrierSecret = 'the secret before the rotation';
export const orderId = '0193a000-0000-7000-8000-00000000000a';
export const customerId = '0193a000-0000-7000-8000-00000000000b';
export const [mill, orchard] = ['0193a000-0000-7000-8000-0000000000f1', '0193a000-0000-7000-8000-0000000000f2'] as const;
export const shipTo = { recipient: 'Nerea Ibarra', street: 'Calle Maestra 12', postalCode: '23001', city: 'Jaén', country: 'ES' };

const line = (localId: string, n: number) => ({
  productId: `0193a000-0000-7000-8000-00000000000${n}`,
  localId,
  name: 'Ham',
  quantity: 1,
  unitPrice: { amountMinor: 450, currency: 'EUR' },
});
export const lines = [line(mill, 1), line(orchard, 2), line(mill, 3)];

/** A confirmed order of two shops, to be delivered unless the test says otherwise. */
export const confirmed = (method: ShippingMethod = 'delivery'): EventDataByType['order.confirmed'] => ({
  orderId,
  customerId,
  totalAmount: { amountMinor: 1350, currency: 'EUR' },
  paymentId: '0193a000-0000-7000-8000-00000000000c',
  lines,
  confirmedAt: at,
  method,
  ...(method === 'delivery' && { shipTo }),
});

/** The shipment of that order, as it is opened. */
export function openedShipment(method: ShippingMethod = 'delivery'): OpenedShipment {
  const change = decideOpening({ ...confirmed(method), method, at, newId: () => newId(at) }, undefined);
  if (change?.shipment.kind !== 'opened') throw new Error('a confirmed order opens a shipment');
  return change.shipment;
}

export const bookingOf = (n: number): Booking => ({
  carrier: 'Test Carrier',
  trackingNumber: `TC-000${n}`,
  labelUrl: `https://carrier.test/labels/${n}`,
  estimatedDelivery: '2026-11-24T18:00:00.000Z',
});

/** The shipment of that order when the carrier has accepted its parcels. */
export function bookedShipment(): OpenedShipment {
  const { isAnnounced: _, ...shipment } = openedShipment();
  const parcels = shipment.parcels.map(({ owed: _owed, ...parcel }, index) => ({ ...parcel, booking: bookingOf(index + 1) }));
  return { ...shipment, parcels, isAnnounced: true };
}

type CarrierRequest = { path: string; body: Record<string, unknown>; headers: IncomingHttpHeaders };
type CarrierReply = { status: number; body?: object };

/** The headers with which the carrier signs a report. */
export const signed = (body: string, secret = carrierSecret): Record<string, string> => ({
  [signatureHeader]: signBody(body, secret, Date.now()),
});

export function shippingWorld() {
  const table = emptyTable('shipping');
  const carrier = {
    requests: [] as CarrierRequest[],
    /** Books, takes and cancels every parcel, unless a test sets another. */
    reply: (_: CarrierRequest): CarrierReply => ({ status: 200 }),
  };
  const server = createServer(async (request, response) => {
    const body = JSON.parse(await text(request));
    const asked = { path: (request.url ?? '').replace(/^\/\d+/, ''), body, headers: request.headers };
    carrier.requests.push(asked);
    const { status, body: answer = {} } = carrier.reply(asked);
    response.writeHead(status).end(JSON.stringify(answer));
  });
  let aws: StubAws;
  let test = 0;
  beforeAll(async () => {
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    aws = await startStubAws({
      GetSecretValue: ({ VersionStage }) => ({
        SecretString: VersionStage === 'AWSPREVIOUS' ? previousCarrierSecret : carrierSecret,
      }),
    });
  });
  beforeEach(() => {
    test += 1;
    const settings = {
      ...awsSettings(aws),
      // A circuit breaker belongs to a carrier's address: each test gets a closed one.
      CARRIER_URL: `http://127.0.0.1:${portOf(server.address())}/${test}`,
      CARRIER_SECRET_ARN: 'arn:secret',
      SHIPMENTS_URL: 'http://127.0.0.1/api/v1/shipments',
    };
    for (const [name, value] of Object.entries(settings)) vi.stubEnv(name, value);
    carrier.requests.length = 0;
    carrier.reply = ({ path }) => (path === '/parcels' ? { status: 201, body: nextBooking() } : { status: 200, body: {} });
  });
  afterAll(() => {
    aws.stop();
    server.close();
    server.closeAllConnections();
  });
  const nextBooking = () => ({ ...bookingOf(carrier.requests.length), labelUrl: `labels/${carrier.requests.length}` });
  const stored = (): Promise<StoredShipment | undefined> => shipments.find(organizationId, orderId);
  return {
    table,
    carrier,
    /** The shipment of the order as it is stored. */
    stored,
    opened: async (): Promise<OpenedShipment> => {
      const shipment = await stored();
      if (shipment?.kind !== 'opened') throw new Error('there is no shipment');
      return shipment;
    },
    /** Stores a shipment with everything that belongs to it. */
    put: (shipment: OpenedShipment) =>
      table.put(
        ...shipmentEffects({ organizationId, at, cause: trace }, { shipment: { ...shipment, version: 1 }, events: [] }, undefined)
          .writes,
      ),
    duties: () => table.items().filter(({ pk }) => String(pk).startsWith('CARRIER_DUTY#')),
    types: () => table.published().map(({ type }) => type),
  };
}
