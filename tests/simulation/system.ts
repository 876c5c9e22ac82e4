import { randomUUID } from 'node:crypto';
import { marshall } from '@aws-sdk/util-dynamodb';
import type { Context } from 'aws-lambda';
import { vi } from 'vitest';
import { domains } from '../../functions/domains.ts';
import { type DomainDeclaration, entryFile, type LambdaDeclaration, sourceOf } from '../../functions/shared/domain.ts';
import { log } from '../../functions/shared/log.ts';
import { answerAwsInMemory } from '../kit/aws-in-memory.ts';
import { sqsBatch } from '../kit/event-batch.ts';
import { fieldsOf, recordsOf } from '../kit/fields.ts';
import { lambdaContext } from '../kit/lambda-context.ts';
import type { Item } from '../kit/market-items.ts';
import { memoryTables } from '../kit/memory-table.ts';
import { gatewayEvent, type Sent } from '../kit/rest-request.ts';
import { type AwsInput, AwsRefusal } from '../kit/stub-aws.ts';
import { asAnother, atProvider, type End, type InvocationOptions, invoke, isDead, neverAnswered, outside } from './invocation.ts';
import { answerRequest, type ProviderRequest, providerSecret, providerUrl, unreachableProvider } from './provider.ts';
import { answerCarrier, carrierUrl } from './shipping/carrier.ts';
import { isCallback, startExecution, taskAnswered } from './state-machine.ts';
import { type Consumer, type DomainName, type OutboxRecord, takingPart, type World } from './world.ts';

type Lambda = (event: unknown, context: Context) => Promise<unknown>;
const isLambda = (value: unknown): value is Lambda => typeof value === 'function';

/** The settings that the deployment gives to the Lambdas, all in one. */
const settings = {
  STATE_MACHINE_ARN: 'arn:aws:states:eu-west-1:000000000000:stateMachine:order-saga',
  ORDER_DEADLINE_MINUTES: '120',
  PAYMENT_PROVIDER_URL: providerUrl,
  PAYMENT_PROVIDER_SECRET_ARN: 'arn:aws:secretsmanager:eu-west-1:000000000000:secret:provider',
  PAYMENT_WEBHOOK_URL: 'http://api.test/api/v1/payments/webhook',
  CARRIER_URL: carrierUrl,
  CARRIER_SECRET_ARN: 'arn:aws:secretsmanager:eu-west-1:000000000000:secret:carrier',
  SHIPMENTS_URL: 'http://api.test/api/v1/shipments',
  CLOSE_PAYMENT_FUNCTION_NAME: 'close-payment',
  DEAD_LETTER_QUEUE_URL: 'http://aws.test/000000000000/dead-letters',
  MAX_RECEIVE_COUNT: '10',
  ALLOWED_ORIGINS: '*',
};
const relayFile = 'functions/platform/outbox-relay/handler.ts';
const settingsOf = (domain: DomainName) => ({ TABLE_NAME: domain, BUS_NAME: `${domain}.events`, SOURCE: sourceOf(domain) });

/**
 * The Lambdas of the domains that take part in an order, as they are deployed, on tables in memory. What they do outside is seen by
 * the one world that is set at a time: commits fill its outbox and stream, the bus fills the queues of the declared consumers, and
 * Step Functions runs its sagas.
 */
export class System {
  #world: World | undefined;
  readonly tables = memoryTables((command, input, perform) => this.#onTable(command, input, perform));
  #breakers = 0;
  readonly #lambdas = new Map<string, Lambda>();
  readonly consumers: readonly { name: string; domain: DomainName; declared: Consumer['events']; file: string }[] =
    declaredConsumers();

  get world(): World {
    if (this.#world === undefined) throw new Error('no world is set');
    return this.#world;
  }

  set world(world: World) {
    this.#world = world;
  }

  /** Loads the Lambdas, which read their secrets while they initialize. */
  async start(): Promise<void> {
    log.setLogLevel('SILENT');
    Object.assign(process.env, settings);
    answerAwsInMemory((operation, input) => this.#answerAws(operation, input));
    vi.stubGlobal('fetch', (url: unknown, init: unknown) => this.#fetch(String(url), fieldsOf(init)));
    this.tables.install();
    const files = [...lambdaFiles(), relayFile];
    for (const file of files) {
      const { handler } = fieldsOf(await import(/* @vite-ignore */ `../../${file}`));
      if (!isLambda(handler)) throw new Error(`${file} has no handler`);
      this.#lambdas.set(file, handler);
    }
  }

  /** Runs a Lambda of a domain. */
  run(domain: DomainName, file: string, event: unknown, options?: InvocationOptions): Promise<End> {
    const lambda = this.#lambdas.get(file);
    if (lambda === undefined) throw new Error(`nobody loaded ${file}`);
    return invoke(settingsOf(domain), () => lambda(event, lambdaContext()), options);
  }

  /** Sends a request to the API Lambda of a domain; undefined when it got no response. */
  async request(domain: DomainName, route: string, sent: Sent, options?: InvocationOptions) {
    const headers = { 'Idempotency-Key': randomUUID(), ...sent.headers };
    const end = await this.run(domain, fileOf(domain, 'apis', 'rest'), gatewayEvent(route, { ...sent, headers }), options);
    if (end.end !== 'returned') return undefined;
    const { statusCode, body } = fieldsOf(end.value);
    return { status: Number(statusCode), body: fieldsOf(JSON.parse(String(body))) };
  }

  /** Delivers a message to a consumer's Lambda. True when it does not come again. */
  async deliver(
    { domain, file }: { domain: DomainName; file: string },
    body: string,
    options?: InvocationOptions,
  ): Promise<boolean> {
    const end = await this.run(domain, file, sqsBatch(body), options);
    return end.end === 'returned' && recordsOf(fieldsOf(end.value).batchItemFailures).length === 0;
  }

  /** Runs the Lambda of a state of the saga. @throws what it throws */
  async task(state: string, payload: unknown): Promise<object> {
    const end = await this.runTask(state, payload);
    if (end.end === 'failed') throw end.cause;
    if (end.end !== 'returned') throw new Error(`${state} ${end.end}`);
    return fieldsOf(end.value);
  }

  runTask(state: string, payload: unknown, options?: InvocationOptions): Promise<End> {
    const domain = takingPart.find((name) => declarationOf(name).sagaTasks?.[state] !== undefined);
    if (domain === undefined) throw new Error(`no domain declares a task for ${state}`);
    return this.run(domain, fileOf(domain, 'sagaTasks', state), payload, options);
  }

  /** Runs a job that a domain declares, as due at this moment. */
  job(domain: DomainName, name: string, time: string, options?: InvocationOptions): Promise<End> {
    return this.run(domain, fileOf(domain, 'jobs', name), { time }, options);
  }

  relay({ domain, image, key }: OutboxRecord, options?: InvocationOptions): Promise<End> {
    const dynamodb = { Keys: { pk: image.pk, sk: image.sk }, NewImage: image, SequenceNumber: key };
    return this.run(domain, relayFile, { Records: [{ eventID: key, eventName: 'INSERT', dynamodb }] }, options);
  }

  sweep(domain: DomainName, time: string, options?: InvocationOptions): Promise<End> {
    return this.run(domain, relayFile, { time }, options);
  }

  #onTable(command: string, input: object, perform: () => Promise<object>): Promise<object> {
    if (isDead()) return neverAnswered();
    if (command === 'TransactWriteCommand') {
      return outside('commit', async () => {
        const output = await perform();
        for (const action of recordsOf(fieldsOf(input).TransactItems)) this.#note(action);
        return output;
      });
    }
    if (command !== 'DeleteCommand') return perform();
    return outside('delete', async () => {
      const output = await perform();
      const { TableName, Key } = fieldsOf(input);
      this.world.outbox.delete(`${TableName} ${keyText(fieldsOf(Key))}`);
      return output;
    });
  }

  /** Keeps what the rules look at, and puts outbox items into the stream. */
  #note(action: Record<string, unknown>): void {
    const { Item, TableName: putInto } = fieldsOf(action.Put);
    const { Key, TableName: deletedFrom } = fieldsOf(action.Delete);
    if (Key !== undefined) this.world.stored[domainNamed(deletedFrom)].delete(keyText(fieldsOf(Key)));
    if (Item === undefined) return;
    const item = fieldsOf(Item);
    const domain = domainNamed(putInto);
    if (String(item.pk).startsWith('OUTBOX#')) this.#noteOutbox(domain, item);
    else if (watched.test(`${item.sk}`) || duties.test(`${item.pk}`)) this.world.stored[domain].set(keyText(item), item);
  }

  #noteOutbox(domain: DomainName, item: Item): void {
    const events = recordsOf(item.events).map(({ detailType, detail }) => ({
      type: String(detailType),
      detail: fieldsOf(JSON.parse(String(detail))),
    }));
    const orderId = orderIdOf(events[0]?.detail);
    const record: OutboxRecord = {
      domain,
      key: `${domain} ${keyText(item)}`,
      image: marshall(item, { removeUndefinedValues: true }),
      types: events.map(({ type }) => type),
      orderId,
    };
    for (const { type, detail } of events) {
      const step = stepOf(type, fieldsOf(detail.eventData));
      this.world.committed.set(String(detail.eventId), { type, orderId: orderIdOf(detail), ...(step !== undefined && { step }) });
    }
    this.world.outbox.set(record.key, record);
    this.world.stream.push(record);
  }

  async #answerAws(operation: string, input: AwsInput): Promise<object> {
    if (isDead()) return neverAnswered();
    switch (operation) {
      case 'GetSecretValue':
        return { SecretString: providerSecret };
      case 'PutEvents':
        return outside('bus', async () => ({ Entries: recordsOf(input.Entries).map((entry) => this.#putEvent(entry)) }));
      case 'StartExecution':
        return outside('start', () => this.#startExecution(input));
      case 'DescribeExecution': {
        const name = String(input.executionArn).split(':').at(-1);
        const saga = this.world.sagas.find(({ orderId }) => orderId === name);
        return { input: JSON.stringify(saga?.execution.input), startDate: 0, status: 'RUNNING' };
      }
      case 'SendTaskSuccess':
        return outside('saga', () => this.#answerTask(input));
      case `POST /2015-03-31/functions/${settings.CLOSE_PAYMENT_FUNCTION_NAME}/invocations`:
        return outside('closing', () => this.#closePayment(input));
      case 'GetQueueUrl':
        return { QueueUrl: `http://aws.test/000000000000/${input.QueueName}` };
      case 'ChangeMessageVisibility':
        return {};
      case 'SendMessage': {
        const { cause, consumer } = fieldsOf(input.MessageAttributes);
        this.world.buried.push(`${fieldsOf(consumer).StringValue}: ${fieldsOf(cause).StringValue}`);
        return { MessageId: 'message' };
      }
      default:
        throw new AwsRefusal('UnknownOperationException');
    }
  }

  /** The rules of the declared consumers bring an event to their queues. */
  #putEvent({ DetailType, Source, Detail }: AwsInput): object {
    const type = String(DetailType);
    const detail = fieldsOf(JSON.parse(String(Detail)));
    if (!this.world.committed.has(String(detail.eventId))) throw new Error(`${type} was published and never committed`);
    for (const { name, domain, declared, file } of this.consumers) {
      if (declared !== 'every-event' && !declared.some((one) => one === type)) continue;
      this.world.delivered.add(`${name} ${detail.eventId}`);
      const body = JSON.stringify({ 'detail-type': type, source: Source, detail });
      this.world.queue.push({ consumer: { name, domain, lambda: file }, type, orderId: orderIdOf(detail), body });
    }
    return { EventId: randomUUID() };
  }

  async #startExecution({ name, input }: AwsInput): Promise<object> {
    const orderId = String(name);
    if (this.world.sagas.some((saga) => saga.orderId === orderId)) throw new AwsRefusal('ExecutionAlreadyExists');
    await this.startSaga(orderId, fieldsOf(JSON.parse(String(input))));
    return { executionArn: `arn:aws:states:eu-west-1:000000000000:execution:order-saga:${orderId}`, startDate: 0 };
  }

  async startSaga(orderId: string, input: object): Promise<void> {
    this.world.sagas.push({
      orderId,
      execution: await startExecution(input),
      token: 0,
      calledAt: 0,
      enteredAt: '',
      retryCount: 0,
      isRetried: false,
      isDead: false,
    });
  }

  async #closePayment(input: AwsInput): Promise<object> {
    const end = await asAnother(() => this.run('payment', fileOf('payment', 'others', 'close-payment'), input));
    if (end.end !== 'returned') throw new AwsRefusal('ServiceException', 500);
    return fieldsOf(end.value);
  }

  /** A token that nobody waits with any more is refused, whatever became of its task. */
  async #answerTask({ taskToken, output }: AwsInput): Promise<object> {
    const waiting = this.world.sagas.find(
      ({ execution, isDead }, i) => !isDead && isCallback(execution) && this.tokenOf(i) === taskToken,
    );
    if (waiting === undefined) throw new AwsRefusal('TaskTimedOut');
    await taskAnswered(waiting.execution, JSON.parse(String(output)));
    return {};
  }

  /** @throws {TypeError} as `fetch` does while the provider is out */
  askProvider(request: ProviderRequest): Response {
    if (this.world.callsToOutage === 0) return answerRequest(this.world.provider, request);
    this.world.callsToOutage -= 1;
    throw unreachableProvider();
  }

  /** @throws {TypeError} as `fetch` does while the carrier is out */
  #askCarrier(path: string, body: unknown): Response {
    if (this.world.carrierCallsToOutage === 0) return answerCarrier(this.world.carrier, { path, body });
    this.world.carrierCallsToOutage -= 1;
    throw unreachableProvider();
  }

  /** A circuit breaker belongs to a process and a provider's address: what comes next begins with closed ones. */
  forgetBreakers(): void {
    this.#breakers += 1;
    process.env.PAYMENT_PROVIDER_URL = `${providerUrl}/${this.#breakers}`;
    process.env.CARRIER_URL = `${carrierUrl}/${this.#breakers}`;
  }

  tokenOf(saga: number): string {
    return `${saga}.${this.world.sagas[saga]?.token}`;
  }

  #fetch(url: string, { headers, body }: Record<string, unknown>): Promise<Response> {
    if (isDead()) return neverAnswered();
    const path = decodeURIComponent(new URL(url).pathname).replace(/^\/\d+/, '');
    if (url.startsWith(carrierUrl)) return outside('carrier', async () => this.#askCarrier(path, JSON.parse(String(body))));
    const request = { path, key: String(fieldsOf(headers)['Idempotency-Key']), body: JSON.parse(String(body)) };
    return atProvider(request, () => this.askProvider(request));
  }
}

const watched = /^(STOCK|RESERVATION|ORDER|PAYMENT|SHIPMENT)$/;
const duties = /^(DEADLINE|REVERSAL|EXPIRY|CARRIER_DUTY)#/;
const keyText = ({ pk, sk }: Record<string, unknown>) => `${pk}/${sk}`;

const orderIdOf = (detail: Record<string, unknown> | undefined): string | undefined => {
  const { orderId } = fieldsOf(detail?.eventData);
  return typeof orderId === 'string' ? orderId : undefined;
};

/** What is published once: its type, its order and what it is about. */
function stepOf(type: string, { shipmentId, parcelId, status, orderId, asked }: Record<string, unknown>): string | undefined {
  if (type === 'order.shipped' || type === 'order.delivered') return `${type} ${orderId}`;
  if (type === 'shipping.status.updated') return `${type} ${orderId} ${parcelId} ${status}`;
  if (type === 'shipping.delivered' || type === 'shipping.created') return `${type} ${orderId} ${shipmentId}`;
  return type === 'order.cancellation.requested' ? `${type} ${orderId} ${asked ?? 1}` : undefined;
}

function domainNamed(name: unknown): DomainName {
  const found = takingPart.find((one) => one === name);
  if (found === undefined) throw new Error(`${name} takes no part`);
  return found;
}

function declarationOf(name: DomainName): DomainDeclaration {
  const found = domains.find((domain) => domain.name === name);
  if (found === undefined) throw new Error(`${name} is not registered`);
  return found;
}

type Kind = 'apis' | 'consumers' | 'sagaTasks' | 'jobs' | 'others';

/** The file of a Lambda that a domain declares. */
export function fileOf(name: DomainName, kind: Kind, lambda: string): string {
  const domain = declarationOf(name);
  const declared: LambdaDeclaration | undefined = domain[kind]?.[lambda];
  if (declared === undefined) throw new Error(`${name} declares no ${lambda} among its ${kind}`);
  return entryFile(domain, declared);
}

function lambdaFiles(): string[] {
  return takingPart.flatMap((name) => {
    const domain = declarationOf(name);
    const { apis, consumers, sagaTasks, jobs, others } = domain;
    return [apis, consumers, sagaTasks, jobs, others].flatMap((lambdas) =>
      Object.values<LambdaDeclaration>(lambdas ?? {}).map((lambda) => entryFile(domain, lambda)),
    );
  });
}

const declaredConsumers = () =>
  takingPart.flatMap((domain) =>
    Object.entries(declarationOf(domain).consumers ?? {}).map(([name, { events }]) => ({
      name,
      domain,
      declared: events,
      file: fileOf(domain, 'consumers', name),
    })),
  );
