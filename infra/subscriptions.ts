import type { EventBus, EventPattern } from 'aws-cdk-lib/aws-events';
import {
  type ConsumerDeclaration,
  type ConsumerName,
  consumers,
  type Domain,
  domains,
  sourceOf,
} from '../events-schemas/topology.ts';
import { eventCatalogue } from '../generated/events/catalogue.ts';
import { constructId } from './construct-id.ts';
import type { BusPattern } from './constructs/event-subscription.ts';

/** The domains that publish: those with an event schema. Each has a bus, and its table a stream and a relay. */
export const publishingDomains: readonly Domain[] = domains.filter((domain) => typesPublishedBy(domain).length > 0);

export type Buses = ReadonlyMap<Domain, EventBus>;

/** What a consumer of the topology takes from each bus: one pattern a bus, which lists the types. */
export function busPatterns(consumer: ConsumerName, buses: Buses): BusPattern[] {
  const { events }: ConsumerDeclaration = consumers[consumer];
  return [...buses].flatMap(([domain, bus]) => {
    const source = [sourceOf(domain)];
    const types = typesPublishedBy(domain).filter((type) => events === 'every-event' || events.includes(type));
    if (types.length === 0) return [];
    const pattern: EventPattern = events === 'every-event' ? { source } : { source, detailType: types };
    return [{ name: constructId(domain), bus, pattern }];
  });
}

function typesPublishedBy(domain: Domain): string[] {
  return Object.entries(eventCatalogue).flatMap(([type, published]) => (published.domain === domain ? [type] : []));
}
