import type { EventBus, EventPattern, IEventBus } from 'aws-cdk-lib/aws-events';
import { domains } from '../functions/domains.ts';
import { type ConsumerDeclaration, type DomainDeclaration, lambdasOf, sourceOf } from '../functions/shared/domain.ts';
import { eventCatalogue } from '../generated/events/catalogue.ts';
import { constructId } from './construct-id.ts';

/** The domains that publish: those with an event schema. Each has a bus, and its table has a stream with a relay. */
export const publishingDomains: readonly DomainDeclaration[] = domains.filter(({ name }) => typesPublishedBy(name).length > 0);

/** The domains that have a table: those that publish, whose outbox it holds, those with a Lambda that uses one, and those without any. */
export const storingDomains: readonly DomainDeclaration[] = domains.filter((domain) => {
  const lambdas = lambdasOf(domain);
  return publishingDomains.includes(domain) || lambdas.length === 0 || lambdas.some(({ table }) => table !== 'none');
});

/** The bus of each publishing domain, by the domain's name. */
export type Buses = ReadonlyMap<string, EventBus>;

/** What is taken from one bus. Without `bus` it is the default bus of the account, on which AWS services publish. */
export type BusPattern = { name: string; bus?: IEventBus; pattern: EventPattern };

/** What a consumer takes from each bus: one pattern for each bus, which lists the types of events. */
export function busPatterns({ events }: ConsumerDeclaration, buses: Buses): BusPattern[] {
  const wanted = events === 'every-event' ? undefined : new Set<string>(events);
  return [...buses].flatMap(([domain, bus]) => {
    const source = [sourceOf(domain)];
    const types = typesPublishedBy(domain, wanted);
    if (types.length === 0) return [];
    const pattern: EventPattern = wanted === undefined ? { source } : { source, detailType: types };
    return [{ name: constructId(domain), bus, pattern }];
  });
}

/** The wire names of what a domain publishes, each once, since the versions of an event share one. */
function typesPublishedBy(domain: string, wanted?: ReadonlySet<string>): string[] {
  const published = Object.entries(eventCatalogue).filter(([, event]) => event.domain === domain);
  const taken = published.filter(([name]) => wanted === undefined || wanted.has(name));
  return [...new Set(taken.map(([, { detailType }]) => detailType))];
}
