import { recordsOf } from '../../kit/fields.ts';
import type { World } from '../world.ts';

const parcelProgress = ['created', 'in_transit', 'out_for_delivery', 'delivered'];
const orderProgress = ['pending', 'confirmed', 'cancelling', 'shipped', 'delivered'];
/** The bad ends are as far as the good one. */
const progressOf = (order: readonly string[], status: unknown) => {
  const at = order.indexOf(String(status));
  return at < 0 ? order.length : at;
};

/** What holds in every moment of shipments: nothing goes back, nothing leaves for a cancelled order, each step is published once. */
export function brokenShipping(world: World): string[] {
  const broken: string[] = [];
  const advance = (name: string, progress: number) => {
    if (progress < (world.farthest.get(name) ?? 0)) broken.push(`${name.split(' ')[0]} went back`);
    world.farthest.set(name, progress);
  };
  const orders = new Map<unknown, unknown>();
  for (const item of world.stored.order.values()) {
    if (item.sk !== 'ORDER') continue;
    orders.set(item.orderId, item.status);
    advance(`order ${item.orderId}`, progressOf(orderProgress, item.status));
  }
  for (const shipment of world.stored.shipping.values()) {
    for (const { parcelId, status } of recordsOf(shipment.parcels)) {
      advance(`parcel ${parcelId}`, progressOf(parcelProgress, status));
      const hasLeft = status !== 'created' && status !== 'cancelled';
      if (hasLeft && orders.get(shipment.orderId) === 'cancelled') broken.push('a parcel left for a cancelled order');
    }
  }
  for (const { status, orderId } of world.carrier.values()) {
    if (status === 'taken' && orders.get(orderId) === 'cancelled') broken.push('the carrier took a parcel of a cancelled order');
  }
  const all = [...world.committed.values()].flatMap(({ step }) => step ?? []);
  // A shipment that is asked again repeats its answer.
  const steps = all.filter((step) => {
    const [type = '', orderId] = step.split(' ');
    return !type.startsWith('shipping.') || !all.includes(`order.cancellation.requested ${orderId} 2`);
  });
  if (new Set(steps).size < steps.length) broken.push('a step of a parcel was published twice');
  return broken;
}
