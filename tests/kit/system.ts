import { paginateListEventSourceMappings } from '@aws-sdk/client-lambda';
import { GetQueueUrlCommand } from '@aws-sdk/client-sqs';
import { type ConsumerName, consumers, type Domain, sourceOf } from '../../events-schemas/topology.ts';
import { type DeployedFunction, deployedFunctions } from '../../local/deploy/deployed-functions.ts';
import { lambda, settings, sqs } from './aws.ts';

let deployed: Promise<DeployedFunction[]> | undefined;

/** Every function of the system under test. */
export function functionsOfWorld(): Promise<DeployedFunction[]> {
  deployed ??= deployedFunctions(settings);
  return deployed;
}

/** The function of an entry, such as `functions/order/rest.ts`. Each domain has its own relay, so `where` selects one. */
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
export const relayOf = (domain: Domain) =>
  functionOf('functions/platform/outbox-relay/handler.ts', ({ SOURCE }) => SOURCE === sourceOf(domain));

export const consumerFunction = (consumer: ConsumerName) => functionOf(consumers[consumer].entry);

/** The value of an environment variable of a function. @throws when it has none */
export function variableOf({ entry, environment }: DeployedFunction, name: string): string {
  const value = environment[name];
  if (value === undefined) throw new Error(`${entry} is deployed without ${name}`);
  return value;
}

export type TableOwner = Domain | 'payment-simulator';

/** The table of a domain or of a platform unit, as its own functions know it. @throws unless they all know the same one */
export async function tableOf(owner: TableOwner): Promise<string> {
  const own = (await functionsOfWorld()).filter(({ entry }) => new RegExp(`^functions/(platform/)?${owner}/`).test(entry));
  const names = new Set(own.flatMap(({ environment }) => environment.TABLE_NAME ?? []));
  const [name] = names;
  if (name === undefined || names.size > 1) throw new Error(`the functions of ${owner} name ${names.size} tables, expected 1`);
  return name;
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
