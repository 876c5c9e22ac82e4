import { recordsOf } from '../../kit/fields.ts';
import type { Item } from '../../kit/market-items.ts';
import type { Action } from '../action.ts';
import type { Mishap } from '../invocation.ts';
import { idOf, organizationId, staff } from '../market.ts';
import { advanceClock } from '../randomness.ts';
import type { System } from '../system.ts';
import { orderName, type World } from '../world.ts';
import { type CarrierParcel, type CarrierReport, carrierReport } from './carrier.ts';

/** Everything that shops, the carrier and shipping's own job do about parcels, and orders that wait for a shipment's answer. */
export function shippingActions(system: System): Action[] {
  const { world } = system;
  return [
    ...itemsOf(world, 'shipping', 'SHIPMENT').flatMap((shipment) => shopActions(system, shipment)),
    ...[...world.carrier.values()].flatMap((parcel) => carrierActions(system, parcel)),
    ...carrierOutage(world),
    ...settlementActions(system),
    ...itemsOf(world, 'order', 'ORDER').flatMap((order) => overdueActions(system, order)),
  ];
}

const itemsOf = ({ stored }: World, domain: 'order' | 'shipping', sk: string): Item[] =>
  [...stored[domain].values()].filter((item) => item.sk === sk);

/** Shops hand their parcels over; they may also try it with one that was cancelled. */
function shopActions(system: System, { shipmentId, orderId, parcels }: Item): Action[] {
  const name = orderName(system.world, String(orderId));
  return recordsOf(parcels).flatMap(({ parcelId, status }, index) => {
    if (status !== 'created' && status !== 'cancelled') return [];
    const handOver = async (mishap?: Mishap) => {
      const sent = { caller: staff, params: { shipmentId: String(shipmentId), parcelId: String(parcelId) } };
      const route = 'POST /shipments/{shipmentId}/parcels/{parcelId}/handover';
      const answer = await system.request('shipping', route, sent, { mishap });
      // 409: it was cancelled, or the carrier has not accepted it yet.
      if (answer !== undefined && answer.status !== 200 && answer.status !== 409) throw new Error(JSON.stringify(answer));
    };
    const about = { actor: `shop of ${name}/${index}`, kind: 'ship' as const };
    return [
      {
        ...{ ...about, label: `shop hands over parcel ${index} of ${name}`, run: () => handOver() },
        overtaken: (by: () => Promise<unknown>) => handOver({ at: 'commit', what: 'overtaken', by }),
      },
    ];
  });
}

/** The carrier reports what it took until our callback answers; a parcel that is not known there is not reported again. */
function carrierActions(system: System, parcel: CarrierParcel): Action[] {
  const { world } = system;
  const { reports, number, orderId } = parcel;
  const [next] = reports;
  if (next === undefined) return [];
  const name = `parcel ${number} of ${orderName(world, orderId)}`;
  const actor = `carrier ${name}`;
  const send = async (status: CarrierReport, mishap?: Mishap, about?: string) => {
    const sent = carrierReport(parcel, organizationId, status, about);
    return system.request('shipping', 'POST /shipments/{shipmentId}/status', sent, { mishap });
  };
  const sendUntilHeard = async (status: CarrierReport, mishap?: Mishap) => {
    const answer = await send(status, mishap);
    if (answer?.status === 200) parcel.reports = parcel.reports.filter((report) => report !== status);
  };
  const fault = (label: string, run: () => unknown): Action => ({ actor, kind: 'fault', label: `carrier ${label} ${name}`, run });
  const end = (status: CarrierReport) => () => {
    parcel.reports = [status];
  };
  return [
    ...reports.map(
      (status): Action => ({
        ...{ actor, kind: status === next ? 'must' : 'fault', label: `carrier reports ${status} of ${name}` },
        run: () => sendUntilHeard(status),
        overtaken: (by) => sendUntilHeard(status, { at: 'commit', what: 'overtaken', by }),
      }),
    ),
    ...reports.map((status) => fault(`reports twice ${status} of`, () => send(status))),
    fault('reports (the commit’s answer is lost) of', () => sendUntilHeard(next, { at: 'commit', what: 'fails-after' })),
    fault('reports an unknown parcel beside', async () => {
      const answer = await send('delivered', undefined, idOf('9', 9));
      if (answer?.status !== 404) throw new Error(`an unknown parcel got ${answer?.status}`);
    }),
    ...(next === 'in_transit' || next === 'delivered' ? [fault('loses', end('lost')), fault('returns', end('returned'))] : []),
  ];
}

const carrierOutage = (world: World): Action[] => [
  {
    ...{ actor: 'outage of the carrier', kind: 'fault', label: 'carrier goes out for a moment' },
    run: () => {
      world.carrierCallsToOutage = 2;
    },
  },
];

/** Shipping's own job, as long as the carrier is owed something. What was just stored is left to its consumer for half a minute. */
function settlementActions(system: System): Action[] {
  const owes = [...system.world.stored.shipping.values()].some(({ pk }) => String(pk).startsWith('CARRIER_DUTY#'));
  if (!owes) return [];
  const actor = 'settlement of shipping';
  const run = (mishap?: Mishap) => {
    advanceClock(2 * 60_000);
    return system.job('shipping', 'settle-with-carrier', new Date().toISOString(), { mishap });
  };
  const fault = (what: string, mishap: Mishap): Action => ({
    ...{ actor, kind: 'fault', label: `shipping settles with the carrier, ${what}` },
    run: () => run(mishap),
  });
  return [
    {
      ...{ actor, kind: 'must', label: 'shipping settles with the carrier', run: () => run() },
      overtaken: (by) => run({ at: 'commit', what: 'overtaken', by }),
    },
    fault('and crashes before it says so', { at: 'carrier', what: 'dies-after' }),
    fault('and hears no answer', { at: 'carrier', what: 'fails-after' }),
  ];
}

const answers = ['order.cancellation.requested', 'shipping.cancelled', 'shipping.status.updated'];

/** Its pauses grow, so that no order asks more often while messages are still under way. */
const maxAskedMeanwhile = 3;

/** An order that waits for its shipment asks again at its deadline; it must when no question and no answer is under way. */
function overdueActions(system: System, { orderId, status, answerDueAt, asked }: Item): Action[] {
  if (status !== 'cancelling') return [];
  const { world } = system;
  const isUnderWay =
    world.queue.some((message) => message.orderId === orderId && answers.includes(message.type)) ||
    [...world.outbox.values()].some((item) => item.orderId === orderId && item.types.some((type) => answers.includes(type)));
  if (isUnderWay && Number(asked ?? 0) >= maxAskedMeanwhile) return [];
  const name = orderName(world, String(orderId));
  const due = new Date(Date.parse(String(answerDueAt)) + 1).toISOString();
  return [
    {
      ...{ actor: `cancellation of ${name}`, kind: isUnderWay ? 'may' : 'must' },
      label: `deadline of the cancellation of ${name} passes`,
      run: () => system.job('order', 'cancel-overdue', due),
    },
  ];
}
