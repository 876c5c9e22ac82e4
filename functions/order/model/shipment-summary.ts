import type { EventDataByType } from '../../../generated/events/types.ts';
import { byCarrier, counted } from './timeline.ts';

/** For people. Of an order that is collected, nothing speaks of a carrier or an address. */
export function shipmentSummary({ method, parcels, carrier, trackingNumber }: EventDataByType['shipping.created']): string {
  if (method === 'collection') return `To be collected at ${counted(parcels.length, 'shop')}`;
  const facts = { ...(carrier !== undefined && { carrier }), ...(trackingNumber !== undefined && { trackingNumber }) };
  return `${counted(parcels.length, 'parcel')} to be delivered${byCarrier(facts)}`;
}

/** Where a parcel is. Undefined for its bad ends, which have events of their own. */
export function parcelSummary(data: EventDataByType['shipping.status.updated']): string | undefined {
  const { method, status, location } = data;
  if (method === 'collection') return status === 'delivered' ? 'Handed over to the customer at a shop' : undefined;
  const place = location === undefined ? '' : ` (${location})`;
  switch (status) {
    case 'in_transit':
      return `${parcelName(data)} is in transit${place}`;
    case 'out_for_delivery':
      return `${parcelName(data)} is out for delivery${place}`;
    case 'delivered':
      return `${parcelName(data)} was delivered${place}`;
    case 'created':
    case 'cancelled':
    case 'returned':
    case 'lost':
      return undefined;
  }
}

export const endSummary = (data: EventDataByType['shipping.lost' | 'shipping.returned'], end: string) =>
  `${parcelName(data)} was ${end}`;

const parcelName = ({ trackingNumber }: { trackingNumber?: string }) =>
  trackingNumber === undefined ? 'A parcel' : `Parcel ${trackingNumber}`;
