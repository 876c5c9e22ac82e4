import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { BatchWriteCommand, DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { bodyOf, lonjaClient } from '../client/lonja-client.ts';
import { putSearchChange, readSearchChanges, searchRegistration } from '../functions/product/store/search/search-change-table.ts';
import { useDocumentClient } from '../functions/shared/store/dynamo.ts';
import type { Write } from '../functions/shared/store/write.ts';
import { inTurns } from '../functions/shared/waiting/in-turns.ts';
import { deployedFunctions } from '../local/deploy/deployed-functions.ts';
import { outputNamed } from '../local/deploy/stack-outputs.ts';
import { awsSettings } from '../local/emulator/aws-settings.ts';
import type { LocalSystem } from '../local/local-system.ts';
import { changeOf, marketProducts } from '../tests/kit/catalogue.ts';
import { coolDown } from './cool-down.ts';
import { percentile } from './percentiles.ts';
import { timeOfGet } from './shop.ts';
import type { Row } from './table.ts';

const sizes = { small: 200, large: 20_000 } as const;
const searchEntry = 'functions/product/search.ts';
const foldEntry = 'functions/product/jobs/fold-search-changes.ts';
const coldCalls = 5;
/** What people do with a search: words, beginnings, typos, filters, and looking through everything. */
const queries = [
  'q=jam%C3%B3n',
  'q=jamon%20iberico',
  'q=memb',
  'q=quezo%20curado&sort=price',
  'category=miel&availability=available&sort=-price',
  'q=cazorla&currency=EUR&minPrice=500&maxPrice=3000',
  'sort=newest',
  'sort=name&limit=50',
];

type Catalogue = { token: string; products: number };

/** Searches in a market of 200 products and in one of 20,000, in turns, and the first search of a new process. */
export async function searchRows(system: LocalSystem, samples: number): Promise<Row[]> {
  const small = await openCatalogue(system, sizes.small);
  const large = await openCatalogue(system, sizes.large);
  const ask = ({ token }: Catalogue, query: string) => timeOfGet(system.restUrl(), `/api/v1/products/search?${query}`, token);

  const cold: number[] = [];
  for (let index = 0; index < coldCalls; index++) {
    await coolDown(awsSettings(system.awsEndpoint), { meant: ({ entry }) => entry === searchEntry });
    cold.push(await ask(large, 'q=queso'));
  }

  const times = { small: [] as number[], large: [] as number[] };
  for (let index = 0; index < samples; index++) {
    for (const query of queries) {
      times.large.push(await ask(large, query));
      times.small.push(await ask(small, query));
    }
  }
  const p50 = (measured: readonly number[]) => percentile(measured, 0.5);
  return [
    {
      what: `search with ${sizes.large} products / with ${sizes.small}, p50 warm`,
      ours: p50(times.large),
      peer: p50(times.small),
      unit: 'ms',
      goal: 1.5,
    },
    {
      what: `search, first call of a cold Lambda, ${sizes.large} products, p50 of ${coldCalls}`,
      ours: p50(cold) / 1000,
      unit: 's',
      goal: 1.5,
    },
  ];
}

/** An organization with so many products, as the consumers store them, folded into a snapshot by the job. */
async function openCatalogue(system: LocalSystem, products: number): Promise<Catalogue> {
  const restUrl = system.restUrl();
  const anyone = lonjaClient({ restUrl });
  const person = { email: `search-${products}@example.org`, password: 'four words are enough', name: 'Nerea Ibarra' };
  const organization = { name: `Mercado de ${products}` };
  const { organizationId } = await bodyOf(anyone.POST('/auth/register', { body: { ...person, organization } }));
  const { email, password } = person;
  const { accessToken } = await bodyOf(anyone.POST('/auth/login', { body: { organizationId, email, password } }));

  const aws = awsSettings(system.awsEndpoint);
  const client = DynamoDBDocumentClient.from(new DynamoDBClient(aws), { marshallOptions: { removeUndefinedValues: true } });
  process.env.TABLE_NAME = outputNamed(system.stackOutputs(), 'ProductTableName');
  useDocumentClient(client);
  const changes = marketProducts(products).map((product) => putSearchChange(organizationId, changeOf(product)));
  await store(client, [...changes, ...(await searchRegistration(organizationId))]);
  await fold(aws, organizationId);
  const found = await bodyOf(lonjaClient({ restUrl, accessToken }).GET('/products/search'));
  if (found.total !== products) throw new Error(`a search finds ${found.total} of ${products} products`);
  return { token: accessToken, products };
}

const perBatch = 25;

async function store(client: DynamoDBDocumentClient, writes: readonly Write[]): Promise<void> {
  const items = writes.flatMap((write) => ('Put' in write && write.Put.Item !== undefined ? [write.Put.Item] : []));
  const batches = Array.from({ length: Math.ceil(items.length / perBatch) }, (_, n) =>
    items.slice(n * perBatch, (n + 1) * perBatch),
  );
  const table = process.env.TABLE_NAME ?? '';
  await inTurns(batches, 4, (batch) =>
    client.send(new BatchWriteCommand({ RequestItems: { [table]: batch.map((Item) => ({ PutRequest: { Item } })) } })),
  );
}

/** Runs the job until it has folded everything: it leaves up to 200 changes where they are, and the schedule may be at work too. */
async function fold(aws: ReturnType<typeof awsSettings>, organizationId: string): Promise<void> {
  const job = (await deployedFunctions(aws)).find(({ entry }) => entry === foldEntry);
  const lambda = new LambdaClient({ ...aws, requestHandler: { requestTimeout: 60_000 } });
  for (let tries = 1; tries <= 5; tries++) {
    const { changes } = await readSearchChanges(organizationId);
    if (changes.length <= sizes.small) return;
    const Payload = JSON.stringify({ time: new Date().toISOString() });
    await lambda.send(new InvokeCommand({ FunctionName: job?.name, Payload }));
  }
  throw new Error('the job does not fold the changes');
}
