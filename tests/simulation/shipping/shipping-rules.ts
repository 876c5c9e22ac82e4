import { deliveredEvent } from '../../../functions/shipping/model/movement.ts';
import type { OpenedShipment, Shipment } from '../../../functions/shipping/model/shipment.ts';
import type { RuleCase } from '../script.ts';

const isOpened = (shipment: Shipment | undefined): shipment is OpenedShipment => shipment?.kind === 'opened';

/** The shipment as if nothing of it had left or been cancelled. */
const asCreated = (shipment: OpenedShipment): OpenedShipment => ({
  ...shipment,
  status: 'created',
  parcels: shipment.parcels.map((parcel) => ({ ...parcel, status: 'created' })),
});

/** The rule of the model about what a delivery says of a departure. */
export const shippingCases: Readonly<Record<'deliveredImpliesShipped', readonly RuleCase[]>> = {
  deliveredImpliesShipped: [
    {
      title: 'a delivery that is known before the departure performs both steps',
      steps: ['shop hands over parcel 0 of order 0', 'carrier reports delivered', 'order handles shipping.delivered'],
      hold: ['order handles shipping.status.updated'],
      ends: ['delivered'],
      worse: {
        title: 'only a shipped order could be delivered',
        decisions: {
          decideDelivered: (decide) => (order, arrival) => (order.status === 'shipped' ? decide(order, arrival) : undefined),
        },
      },
    },
  ],
};

/** A customer's cancellation against the departure of the first parcel. */
export const departureCases: readonly RuleCase[] = [
  {
    title: 'a parcel that left before the request keeps its order',
    steps: [
      'shop hands over parcel 0 of order 0',
      'customer cancels order 0 (confirmed)',
      'shipping handles order.cancellation.requested',
    ],
    hold: ['order handles shipping.status.updated', 'carrier'],
    ends: ['delivered'],
    worse: {
      title: 'a shipment in transit could be cancelled',
      decisions: {
        decideCancellationRequest: (decide) => (command, stored) =>
          decide(command, isOpened(stored) ? asCreated(stored) : stored),
      },
    },
  },
  {
    title: 'a parcel of a cancelled order is not handed over',
    steps: [
      'shipping handles order.confirmed',
      'customer cancels order 0 (confirmed)',
      'shipping handles order.cancellation.requested',
      'order handles shipping.cancelled',
      'shop hands over parcel 0 of order 0',
    ],
    ends: ['cancelled'],
    worse: {
      title: 'a cancelled parcel could leave',
      decisions: {
        decideHandover: (decide) => (shipment, parcel, at) => decide(asCreated(shipment), { ...parcel, status: 'created' }, at),
      },
    },
  },
  {
    title: 'a cancellation that overtakes the confirmation leaves a tombstone',
    steps: ['customer cancels order 0 (confirmed)', 'shipping handles order.cancellation.requested'],
    hold: ['shipping handles order.confirmed'],
    ends: ['cancelled'],
    worse: {
      title: 'the shipment was opened after its tombstone',
      decisions: {
        decideOpening: (decide) => (command, stored) => {
          if (stored?.kind !== 'tombstone') return decide(command, stored);
          const change = decide(command, undefined);
          return change && { ...change, shipment: { ...change.shipment, version: stored.version + 1 } };
        },
      },
      // It would cancel the shipment in the end.
      without: ['shipping handles order.cancelled'],
    },
  },
  {
    title: 'an order whose question was lost asks again',
    steps: [
      'customer cancels order 0 (confirmed)',
      'order.cancellation.requested of order 0 ends in the dead-letter queue of shipping',
    ],
    ends: ['cancelled'],
    worse: { title: 'it waited for ever', without: ['deadline of the cancellation'] },
  },
  {
    title: 'a shipment whose answer was lost repeats it',
    steps: ['customer cancels order 0 (confirmed)', 'shipping.cancelled of order 0 ends in the dead-letter queue of order'],
    ends: ['cancelled'],
    worse: {
      title: 'it answered once and for all',
      decisions: {
        decideCancellationRequest: (decide) => (command, stored) => decide({ ...command, asked: 1 }, stored),
      },
    },
  },
];

/** Rules beyond the model: what the carrier says, and what it is told. */
export const carrierCases: readonly RuleCase[] = [
  {
    title: 'a handed over order is shipped and delivered',
    steps: ['shop hands over parcel 0 of order 0'],
    ends: ['delivered'],
    worse: {
      title: 'nobody told the carrier',
      without: ['shipping handles shipping.status.updated', 'shipping settles with the carrier'],
    },
  },
  {
    title: 'a collected order is delivered with its last parcel, and no carrier hears of it',
    opening: { orders: [[1], [1]], stock: [2] },
    steps: ['shop hands over parcel 0 of order 1'],
    ends: ['confirmed', 'delivered'],
    worse: {
      title: 'a collected parcel was only in transit',
      decisions: {
        decideHandover: (decide) => (shipment, parcel, at) => decide({ ...shipment, method: 'delivery' }, parcel, at),
      },
    },
  },
  {
    title: 'two parcels arrive one by one',
    opening: { orders: [[1, 1]], stock: [1, 1] },
    steps: ['shop hands over parcel 0 of order 0', 'carrier reports delivered', 'shop hands over parcel 1 of order 0'],
    ends: ['delivered'],
    worse: {
      title: 'the first arrival delivered the order',
      decisions: {
        decideMovement: (decide) => (report, stored) => {
          const moving = decide(report, stored);
          if (moving.outcome !== 'moved' || report.status !== 'delivered' || !isOpened(moving.change.shipment)) return moving;
          const { shipment, events } = moving.change;
          const delivered = deliveredEvent(shipment, report.occurredAt, report.at);
          return { ...moving, change: { shipment, events: [...events.slice(0, 1), delivered] } };
        },
      },
    },
  },
  {
    title: 'a report that comes late or twice changes nothing',
    steps: ['shop hands over parcel 0 of order 0', 'carrier reports twice in_transit', 'carrier reports delivered'],
    ends: ['delivered'],
    worse: {
      title: 'a late report pulled a parcel back',
      decisions: {
        decideMovement: (decide) => (report, stored) => decide(report, isOpened(stored) ? asCreated(stored) : stored),
      },
    },
  },
  {
    title: 'an order whose parcel is lost stays shipped',
    steps: ['shop hands over parcel 0 of order 0', 'carrier loses'],
    ends: ['shipped'],
    worse: {
      title: 'a lost parcel counted as delivered',
      decisions: {
        decideMovement: (decide) => (report, stored) =>
          decide({ ...report, status: report.status === 'lost' ? 'delivered' : report.status }, stored),
      },
    },
  },
  {
    title: 'a carrier that is out is told later',
    steps: ['shipping handles order.confirmed of order 0, finds no carrier'],
    ends: ['confirmed'],
    worse: { title: 'nobody came back to it', without: ['shipping settles with the carrier'] },
  },
  {
    title: 'a parcel that was cancelled while it was booked is cancelled at the carrier too',
    steps: [
      'shipping handles order.confirmed of order 0, crashes after it told the carrier',
      'customer cancels order 0 (confirmed)',
    ],
    hold: ['shipping settles with the carrier'],
    ends: ['cancelled'],
    worse: {
      title: 'the carrier kept it',
      decisions: {
        decideSettlement: (decide) => (answers, stored, at) =>
          decide(
            answers.filter(({ task }) => task !== 'cancellation'),
            stored,
            at,
          ),
      },
    },
  },
];
