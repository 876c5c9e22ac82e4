import { consumers } from '../../functions/domains.ts';
import type { Schema } from '../schema.ts';
import { refusals } from './refusals.ts';
import type { RouteSnapshot, Snapshot } from './snapshot.ts';

/** Who reads an event, and against its schema: consumers of every event take it as it comes. */
export type Reader = { name: string; events: readonly string[] | 'every-event' };

/**
 * What in the contracts would break somebody who relies on the released ones, each with the name of the consumer or route. During a
 * release and after a replay, new consumers read old events and old consumers read new ones, so an event is compared both ways. A
 * route must accept what was accepted, and answer what was answered.
 */
export function breakingChanges(released: Snapshot, current: Snapshot, readers: readonly Reader[] = consumers): string[] {
  const events = Object.entries(released.events).flatMap(([name, before]) =>
    eventChanges(name, before, current.events[name]).map((change) => `${change}: it breaks ${readersOf(name, readers)}`),
  );
  const routes = Object.entries(released.routes).flatMap(([route, before]) =>
    routeChanges(before, current.routes[route]).map((change) => `route ${route}: ${change}`),
  );
  return [...events, ...routes];
}

function eventChanges(name: string, before: Schema, after: Schema | undefined): string[] {
  if (after === undefined) return [`event ${name} is gone`];
  return [
    ...refusals(after, before).map((why) => `event ${name}, read by the released consumer: ${why}`),
    ...refusals(before, after).map((why) => `event ${name}, published before and read now: ${why}`),
  ];
}

function readersOf(event: string, readers: readonly Reader[]): string {
  const names = readers.filter(({ events }) => events !== 'every-event' && events.includes(event)).map(({ name }) => name);
  return names.length === 0
    ? 'no consumer, but tools that read it'
    : `the consumer${names.length > 1 ? 's' : ''} ${names.join(', ')}`;
}

function routeChanges(before: RouteSnapshot, after: RouteSnapshot | undefined): string[] {
  if (after === undefined) return ['it is gone'];
  const requests = (['params', 'query'] as const).flatMap((part) =>
    refusals(before[part], after[part]).map((why) => `a request that was accepted is refused, in its ${part}: ${why}`),
  );
  const body =
    after.body === undefined
      ? []
      : before.body === undefined
        ? ['a request that was accepted is refused: it needs a body']
        : refusals(before.body, after.body).map((why) => `a request that was accepted is refused, in its body: ${why}`);
  const answers = Object.entries(after.answers).flatMap(([status, answer]) => {
    const known = before.answers[status];
    if (known === undefined) return [`it answers ${status}, which callers do not know`];
    return refusals(answer, known).map((why) => `an answer of ${status} that callers do not expect: ${why}`);
  });
  return [...requests, ...body, ...answers];
}
