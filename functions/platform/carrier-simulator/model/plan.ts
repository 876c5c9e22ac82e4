/** What a carrier reports about a parcel. */
export type ReportedStatus = 'in_transit' | 'out_for_delivery' | 'delivered' | 'returned' | 'lost';

/** One step of a parcel's way: where it is then, and what is reported. `isUnknown`: about a parcel that nobody has sent. */
export type Step = { status: ReportedStatus; times: 1 | 2; isUnknown?: true };

export type Plan = {
  steps: readonly Step[];
  /** It moves as soon as it is booked: the carrier collected it, whatever the shop says. */
  startsAtOnce?: true;
  /** Why it is not booked. */
  fault?: 'undeliverable' | 'unavailable';
};

const step = (status: ReportedStatus, times: 1 | 2 = 1): Step => ({ status, times });
const usual: Plan = { steps: [step('in_transit'), step('out_for_delivery'), step('delivered')] };

/** How a parcel fares, by a word in the street of its address, as test cards decide how a charge ends. */
const plans: ReadonlyMap<string, Plan> = new Map([
  ['sim-lost', { steps: [step('in_transit'), step('lost')] }],
  ['sim-returned', { steps: [step('in_transit'), step('out_for_delivery'), step('returned')] }],
  ['sim-twice', { steps: [step('in_transit', 2), step('out_for_delivery', 2), step('delivered', 2)] }],
  ['sim-disordered', { steps: [step('delivered'), step('out_for_delivery'), step('in_transit')] }],
  ['sim-early', { steps: [step('delivered'), step('in_transit')], startsAtOnce: true }],
  ['sim-unknown', { steps: [{ ...step('in_transit'), isUnknown: true }, ...usual.steps] }],
  ['sim-refused', { ...usual, fault: 'undeliverable' }],
  ['sim-unavailable', { ...usual, fault: 'unavailable' }],
]);

/** The plan that an address asks for; the usual one goes from the shop to the door. */
export function planOf(street: string): { name: string; plan: Plan } {
  const name = [...plans.keys()].find((word) => street.toLowerCase().includes(word)) ?? 'usual';
  return { name, plan: planCalled(name) };
}

export const planCalled = (name: string): Plan => plans.get(name) ?? usual;
