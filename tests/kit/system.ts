import { paginateListEventSourceMappings } from '@aws-sdk/client-lambda';
import { GetQueueUrlCommand } from '@aws-sdk/client-sqs';
import { consumers, type DomainName, domains } from '../../functions/domains.ts';
import { entryFile, lambdasOf, sourceOf } from '../../functions/shared/domain.ts';
import { eventCatalogue } from '../../generated/events/catalogue.ts';
import { type DeployedFunction, deployedFunctions } from '../../local/deploy/deployed-functions.ts';
import { lambda, settings, sqs } from './aws.ts';

let deployed: Promise<DeployedFunction[]> | undefined;

/** Every function of the system under test. */
export function functionsOfWorld(): Promise<DeployedFunction[]> {
  deployed ??= deployedFunctions(settings);
  return deployed;
}

/** The function of an entry, such as `functions/order/rest.ts`; of the relay there is one a domain, so `where` says which. */
export async function functionOf(
  entry: string,
  where: (environment: Record<string, string>) => boolean = () => true,
): Promise<DeployedFunction> {
  const found = (await functionsOfWorld()).filter((one) => one.entry === entry && where(one.environment));
  const [first, second] = found;
  if (first === undefined || second !== undefined)
    throw new Error(`${found.length} functions deployed from ${entry}, expected 1`);
  return first;
}

/** The relay that publishes a domain's events from its table to its bus. */
export const relayOf = (domain: DomainName) =>
  functionOf('functions/platform/outbox-relay/handler.ts', ({ SOURCE }) => SOURCE === sourceOf(domain));

export function consumerFunction(consumer: string): Promise<DeployedFunction> {
  const declared = consumers.find(({ name }) => name === consumer);
  if (declared === undefined) throw new Error(`no domain declares the consumer ${consumer}`);
  return functionOf(declared.file);
}

/** The value of an environment variable of a function. @throws when it has none */
export function variableOf({ entry, environment }: DeployedFunction, name: string): string {
  const value = environment[name];
  if (value === undefined) throw new Error(`${entry} is deployed without ${name}`);
  return value;
}

/** The domains that publish, each with a relay. */
export const publishers = [...new Set(Object.values(eventCatalogue).map(({ domain }) => domain))];

export type TableOwner = DomainName | 'payment-simulator';

/** The name of a table, as a function that uses it knows it. */
export const tableOf = async (owner: TableOwner) => variableOf(await functionOf(entryWithTable(owner)), 'TABLE_NAME');

function entryWithTable(owner: TableOwner): string {
  if (owner === 'payment-simulator') return 'functions/platform/payment-simulator/rest.ts';
  const domain = domains.find(({ name }) => name === owner);
  const user = domain && lambdasOf(domain).find(({ table }) => table !== 'none');
  if (domain === undefined || user === undefined) throw new Error(`no function of ${owner} uses its table`);
  return entryFile(domain, user);
}

/** The event source of a function: the mapping's id and the ARN of its queue or stream. */
export async function mappingOf({ name }: DeployedFunction): Promise<{ id: string; sourceArn: string }> {
  for await (const { EventSourceMappings = [] } of paginateListEventSourceMappings({ client: lambda }, { FunctionName: name })) {
    const [mapping] = EventSourceMappings;
    if (mapping?.UUID && mapping.EventSourceArn) return { id: mapping.UUID, sourceArn: mapping.EventSourceArn };
  }
  throw new Error(`${name} has no event source`);
}

/** The URL of the queue that a function reads. */
export async function queueOf(consumer: DeployedFunction): Promise<string> {
  const { sourceArn } = await mappingOf(consumer);
  const { QueueUrl } = await sqs.send(new GetQueueUrlCommand({ QueueName: sourceArn.split(':').at(-1) }));
  if (QueueUrl === undefined) throw new Error(`no queue behind ${sourceArn}`);
  return QueueUrl;
}

export const deadLetterQueueOf = (consumer: DeployedFunction) => variableOf(consumer, 'DEAD_LETTER_QUEUE_URL');

export const sagaMachineArn = async () => variableOf(await consumerFunction('order-saga'), 'STATE_MACHINE_ARN');
