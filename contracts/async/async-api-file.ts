import { consumers } from '../../functions/domains.ts';
import { sourceOf } from '../../functions/shared/domain.ts';
import type { Contracts, EventContract } from '../contracts.ts';
import { jsonText } from '../json-text.ts';
import { localReferences } from '../local-references.ts';

const asyncApiId = 'https://lonja.dev/asyncapi.json';

/**
 * generated/asyncapi.json: the events as AsyncAPI 3, for tools. A channel is the bus of a domain; the domain sends to it, and each
 * consumer receives from it what its registration names. Messages are as they travel, with sensitive fields sealed.
 */
export function asyncApiFile({ events, envelope, documents }: Contracts): Map<string, string> {
  const references = localReferences(documents, asyncApiId, {});
  const channels = [...Map.groupBy(events, ({ domain }) => domain)];
  const message = ({ name, wireName, domain, typeName, title, version, schema, base, sensitive }: EventContract) => {
    const data = sensitive?.sealed ?? { schema, base };
    return {
      name: wireName,
      title: `${typeName}, version ${version}`,
      summary: schema.description,
      contentType: 'application/json',
      tags: [{ name: domain }],
      'x-source': sourceOf(domain),
      ...(sensitive !== undefined && { 'x-sealed-fields': sensitive.paths, 'x-sealed-for': sensitive.owner }),
      payload: {
        allOf: [
          references.here({ $ref: envelope.base }, envelope.base),
          {
            type: 'object',
            title: `${title}Event`,
            properties: {
              eventType: { const: typeName },
              eventVersion: { const: version },
              eventData: references.here({ $ref: data.base }, data.base),
            },
          },
        ],
      },
      ...(sensitive === undefined && { examples: exampleOf({ name, schema }) }),
    };
  };
  const messages = Object.fromEntries(events.map((event) => [event.name, message(event)]));
  const document = {
    asyncapi: '3.0.0',
    info: {
      title: 'Lonja events',
      version: '1.0.0',
      description: 'Everything that happens in the marketplace, as its domains tell each other over EventBridge.',
    },
    defaultContentType: 'application/json',
    channels: Object.fromEntries(
      channels.map(([domain, published]) => [
        busOf(domain),
        {
          address: `{stage}-${domain}.events`,
          title: `Bus of ${domain}`,
          parameters: { stage: { description: 'The name of the stage, such as production.' } },
          messages: Object.fromEntries(published.map(({ name }) => [name, { $ref: `#/components/messages/${name}` }])),
        },
      ]),
    ),
    operations: Object.fromEntries([
      ...channels.map(([domain, published]) => [
        `${domain}.publishes`,
        operation('send', domain, published, `${domain} publishes what happened to what it owns.`),
      ]),
      ...consumers.flatMap((consumer) =>
        channels.flatMap(([domain, published]) => {
          const taken = published.filter(({ name }) => takes(consumer, name));
          const summary = `${consumer.name} of ${consumer.domain} consumes them, each at least once and in any order.`;
          return taken.length === 0
            ? []
            : [[`${consumer.name}.consumes.${domain}`, { ...operation('receive', domain, taken, summary), ...more(consumer) }]];
        }),
      ),
    ]),
    components: { messages, schemas: references.schemas() },
  };
  return new Map([['generated/asyncapi.json', `${jsonText(document)}\n`]]);
}

type Consumer = (typeof consumers)[number];

const busOf = (domain: string) => `${domain}.events`;

const takes = ({ events }: Consumer, name: string) => events === 'every-event' || events.some((type) => type === name);

const more = ({ replayable, may = [] }: Consumer) => ({
  'x-replayable': replayable,
  'x-opens-sealed-fields': may.includes('open-personal-data'),
});

const operation = (action: 'send' | 'receive', domain: string, events: readonly EventContract[], summary: string) => ({
  action,
  summary,
  channel: { $ref: `#/channels/${busOf(domain)}` },
  messages: events.map(({ name }) => ({ $ref: `#/channels/${busOf(domain)}/messages/${name}` })),
});

const exampleOf = ({ name, schema }: Pick<EventContract, 'name' | 'schema'>) =>
  (schema.examples ?? []).slice(0, 1).map((eventData) => ({ name, payload: { eventData } }));
