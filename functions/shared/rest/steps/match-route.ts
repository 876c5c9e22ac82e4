import { refuse } from '../answer.ts';
import type { Operation, RestStep } from '../rest-call.ts';
import type { Route } from '../route.ts';

/** Finds the operation by method and path template. The gateway knows the same routes, from the same contract. */
export function matchRoute(operations: Readonly<Record<string, Operation>>, routes: Readonly<Record<string, Route>>): RestStep {
  const byKey = new Map<string, { operation: Operation; route: Route }>(
    Object.entries(operations).map(([id, operation]) => {
      const route = routes[id];
      if (route?.key !== operation.route) throw new TypeError(`${operation.route} needs a route of its own, as ${id}`);
      return [operation.route, { operation, route }];
    }),
  );
  return {
    before: ({ event, context }) => {
      const key = `${event.httpMethod} ${event.resource.replace(/^\/api\/v1/, '')}`;
      context.call.matched = byKey.get(key) ?? refuse('not-found');
    },
  };
}
