import type { Action } from './action.ts';
import type { InvocationOptions, Mishap } from './invocation.ts';
import { advanceClock } from './randomness.ts';
import type { System } from './system.ts';
import { type DomainName, type Message, type OutboxRecord, orderName, takingPart } from './world.ts';

/** What somebody else makes good when a message ends in the dead-letter queue. */
const mayDie = new Set(['order-saga order.created', 'shipping order.cancellation.requested', 'order shipping.cancelled']);

/** What may happen to a message in a queue. */
export function queueActions(system: System, message: Message): Action[] {
  const { world } = system;
  const { consumer, type, orderId, body } = message;
  const take = () => {
    world.queue = world.queue.filter((one) => one !== message);
  };
  const name = `${consumer.name} handles ${type} of ${orderName(world, orderId)}`;
  const actor = `message ${name}`;
  const deliver = (options?: InvocationOptions) => system.deliver({ ...consumer, file: consumer.lambda }, body, options);
  const handle = async (options?: InvocationOptions) => {
    if (await deliver(options)) take();
  };
  const fault = (what: string, mishap: Mishap): Action => ({
    actor,
    kind: 'fault',
    label: `${name}, ${what}`,
    run: () => handle({ mishap }),
  });
  const list: Action[] = [
    {
      ...{ actor, kind: 'must', label: name, run: () => handle() },
      overtaken: (by) => handle({ mishap: { at: 'commit', what: 'overtaken', by } }),
    },
    { actor, kind: 'fault', label: `${name}, and it comes again`, run: () => deliver() },
    fault('dies after its commit', { at: 'commit', what: 'dies-after' }),
  ];
  switch (`${consumer.name} ${type}`) {
    case 'order-saga order.created':
      list.push(fault('the start’s answer is lost', { at: 'start', what: 'fails-after' }));
      break;
    case 'payment payment.completed':
    case 'payment payment.failed':
      list.push(fault('cannot reach the saga', { at: 'saga', what: 'fails-before' }));
      list.push(fault('the saga’s answer is lost', { at: 'saga', what: 'fails-after' }));
      break;
    case 'payment payment.reversal.requested':
      list.push(fault('finds no provider', { at: 'provider', what: 'fails-before' }));
      list.push(fault('crashes after it asked the provider', { at: 'provider', what: 'dies-after' }));
      break;
  }
  if (consumer.name === 'shipping' && type !== 'customer.erased') {
    list.push(fault('finds no carrier', { at: 'carrier', what: 'fails-before' }));
    list.push(fault('crashes after it told the carrier', { at: 'carrier', what: 'dies-after' }));
  }
  if (consumer.name === 'reconciler' || mayDie.has(`${consumer.name} ${type}`)) {
    list.push({
      actor,
      kind: 'die',
      label: `${type} of ${orderName(world, orderId)} ends in the dead-letter queue of ${consumer.name}`,
      run: take,
    });
  }
  return list;
}

/** What may happen to an outbox item on its way to the bus. */
export function streamActions(system: System, record: OutboxRecord): Action[] {
  const { world } = system;
  const name = `${record.domain} relays ${record.types[0]} of ${orderName(world, record.orderId)}`;
  const actor = `record ${record.key}`;
  const leave = () => {
    world.stream = world.stream.filter((one) => one !== record);
  };
  const relay = (mishap?: Mishap) => system.relay(record, { mishap });
  const fault = (what: string, run: () => unknown): Action => ({ actor, kind: 'fault', label: `${name}, ${what}`, run });
  const died: Mishap = { at: 'bus', what: 'dies-after' };
  return [
    { actor, kind: 'must', label: name, run: () => relay().then(leave) },
    fault('dies between the bus and the outbox, and does it again', () => relay(died)),
    fault('dies between the bus and the outbox for good', () => relay(died).then(leave)),
    fault('dies before it reaches the bus', () => relay({ at: 'bus', what: 'dies-before' }).then(leave)),
    fault('the bus’s answer is lost', () => relay({ at: 'bus', what: 'fails-after' }).then(leave)),
    fault('cannot delete the item', () => relay({ at: 'delete', what: 'fails-before' }).then(leave)),
    {
      actor,
      kind: 'die',
      label: `the stream loses ${record.types[0]} of ${orderName(world, record.orderId)}`,
      run: leave,
    },
  ];
}

/** The sweep publishes what the stream left behind: it must, unless the stream still has everything. */
export function sweepActions(system: System): Action[] {
  const { world } = system;
  const underWay = new Set(world.stream.map(({ key }) => key));
  return takingPart.flatMap((domain): Action[] => {
    const waiting = [...world.outbox.values()].filter((item) => item.domain === domain);
    if (waiting.length === 0) return [];
    const isLeftBehind = waiting.some(({ key }) => !underWay.has(key));
    const actor = `sweep ${domain}`;
    const sweep = (mishap?: Mishap) => runSweep(system, domain, mishap);
    const died = () => sweep({ at: 'bus', what: 'dies-after' });
    return [
      isLeftBehind
        ? { actor, kind: 'must', label: `${domain} sweeps its outbox`, run: () => sweep() }
        : { actor, kind: 'fault', label: `${domain} sweeps what its stream still holds`, run: () => sweep() },
      { actor, kind: 'fault', label: `${domain} sweeps its outbox and dies after it reached the bus`, run: died },
    ];
  });
}

/** The sweep takes items of two minutes ago, so that much time passes. */
function runSweep(system: System, domain: DomainName, mishap: Mishap | undefined) {
  advanceClock(3 * 60_000);
  return system.sweep(domain, new Date().toISOString(), { mishap });
}
