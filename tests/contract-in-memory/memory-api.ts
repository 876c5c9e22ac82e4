import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { APIGatewayProxyEvent, APIGatewayProxyResult, SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { domains } from '../../functions/domains.ts';
import { type Capability, entryFile, sourceOf } from '../../functions/shared/domain.ts';
import { log } from '../../functions/shared/log.ts';
import type { RestContext } from '../../functions/shared/rest/rest-call.ts';
import { sqsBatch } from '../kit/event-batch.ts';
import { fieldsOf, recordsOf } from '../kit/fields.ts';
import { type Around, memoryTables } from '../kit/memory-table.ts';
import { type Received, type Sent, send } from '../kit/rest-request.ts';
import { bodyTexts, type ContractOperation } from '../kit/sample-requests.ts';

type RestLambda = (event: APIGatewayProxyEvent, context: RestContext) => Promise<APIGatewayProxyResult>;
type QueueLambda = (batch: SQSEvent) => Promise<SQSBatchResponse>;

/** What Lambdas with these capabilities need is not in memory. */
const outsideSystems: Partial<Record<Capability, string>> = {
  'sign-tokens': 'signs tokens with a key in KMS',
  'verify-tokens': 'verifies the token itself, which only sign-in gives',
  'verify-carrier': 'takes what the carrier has signed',
  'call-carrier': 'calls the carrier',
  'verify-provider': 'takes what the payment provider has signed',
  'send-email': 'sends e-mails',
  'register-devices': 'derives the keys for push messages from a secret',
  'manage-meters': 'adds keys to the plans of API Gateway',
  'check-health': 'asks every system there is',
};

/** Why an operation is not run in memory: what its Lambda may do, by the domain's registration. Undefined when it is. */
export function whyNotInMemory(operation: ContractOperation): string | undefined {
  if (bodyTexts(operation).some(({ path }) => path.join() === 'secret')) return 'takes a secret that was sent by e-mail';
  const { domain, entry } = operation;
  const declared = domains.find(({ name }) => name === domain)?.apis?.[entry];
  if (declared === undefined) return `functions/${domain} declares no API of the entry ${entry}`;
  return reasonOf(declared.may);
}

const reasonOf = (may: readonly Capability[] = []) =>
  may.map((one) => outsideSystems[one]).find((reason) => reason !== undefined);

/** The API Lambdas of all domains on tables in memory, and the consumers that their events lead to. */
export class MemoryApi {
  /** Called around each command to a table; a test may replace it. */
  around: Around = (_, __, perform) => perform();
  readonly tables = memoryTables((command, input, perform) => this.around(command, input, perform));
  readonly #apis = new Map<string, { domain: string; handler: RestLambda }>();
  readonly #consumers: { domain: string; events: readonly string[] | 'every-event'; handler: QueueLambda }[] = [];

  /** Loads every Lambda that needs nothing from outside. */
  async start(): Promise<void> {
    log.setLogLevel('SILENT');
    this.tables.install();
    for (const domain of domains) {
      for (const [entry, api] of Object.entries(domain.apis ?? {})) {
        if (reasonOf(api.may) !== undefined) continue;
        const handler = await load<RestLambda>(entryFile(domain, api));
        this.#apis.set(`${domain.name}/${entry}`, { domain: domain.name, handler });
      }
      for (const consumer of Object.values(domain.consumers ?? {})) {
        if (reasonOf(consumer.may) !== undefined || consumer.table === 'none') continue;
        const handler = await load<QueueLambda>(entryFile(domain, consumer));
        this.#consumers.push({ domain: domain.name, events: consumer.events, handler });
      }
    }
  }

  /** Sends a request, and lets everything happen that it leads to. */
  async send(operation: ContractOperation, sent: Sent): Promise<Received> {
    const api = this.#apis.get(`${operation.domain}/${operation.entry}`);
    if (api === undefined) throw new Error(`${operation.key} is not in memory: ${whyNotInMemory(operation)}`);
    const received = await this.tables.runIn(api.domain, () => send(api.handler, operation.key, sent));
    await this.#publish();
    return received;
  }

  /** Brings the events of every outbox to the consumers that are declared for them, until there are none. */
  async #publish(): Promise<void> {
    for (const { name } of domains) {
      for (const item of this.tables.items(name).filter(({ pk }) => String(pk).startsWith('OUTBOX#'))) {
        const { pk, sk } = item;
        this.tables.put(name, { Delete: { Key: { pk, sk } } });
        for (const event of recordsOf(item.events)) await this.#deliver(name, String(event.detailType), String(event.detail));
        return this.#publish();
      }
    }
  }

  async #deliver(publisher: string, type: string, detail: string): Promise<void> {
    const envelope = { id: randomUUID(), 'detail-type': type, source: sourceOf(publisher), detail: fieldsOf(JSON.parse(detail)) };
    for (const { domain, events, handler } of this.#consumers) {
      if (events !== 'every-event' && !events.includes(type)) continue;
      const { batchItemFailures } = await this.tables.runIn(domain, () => handler(sqsBatch(JSON.stringify(envelope))));
      if (batchItemFailures.length > 0) throw new Error(`${domain} did not handle ${type}`);
    }
  }
}

async function load<Lambda>(file: string): Promise<Lambda> {
  const { handler } = fieldsOf(await import(/* @vite-ignore */ join(import.meta.dirname, '../..', file)));
  if (!isLambda<Lambda>(handler)) throw new Error(`${file} exports no handler`);
  return handler;
}

/** The registration says what kind of Lambda it is. */
const isLambda = <Lambda>(value: unknown): value is Lambda => typeof value === 'function';
