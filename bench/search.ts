import { bodyOf, type LonjaClient, lonjaClient } from '../client/lonja-client.ts';
import { CatalogueIndex } from '../functions/product/model/search/catalogue-index.ts';
import { indexFormat } from '../functions/product/model/search/word-index.ts';
import { putPointer } from '../functions/product/store/search/search-change-table.ts';
import { writeSnapshot } from '../functions/product/store/search/snapshot-client.ts';
import { commit } from '../functions/shared/store/commit.ts';
import { outputNamed } from '../local/deploy/stack-outputs.ts';
import { awsEnvironment, awsSettings } from '../local/emulator/aws-settings.ts';
import type { LocalSystem } from '../local/local-system.ts';
import { eventually } from '../local/process/eventually.ts';
import { changeOf, marketProducts } from '../tests/kit/catalogue.ts';
import { newCause } from '../tests/kit/rest-request.ts';
import { coolDown } from './cool-down.ts';
import { percentile } from './percentiles.ts';
import { timeOfGet } from './shop.ts';
import type { Row } from './table.ts';

const sizes = { small: 200, large: 20_000 } as const;
const searchEntry = 'functions/product/search.ts';
const coldCalls = 5;
const published = 10;
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

type Catalogue = { token: string };

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
  const followed = await timesToFollow(lonjaClient({ restUrl: system.restUrl(), accessToken: small.token }));
  const p50 = (measured: readonly number[]) => percentile(measured, 0.5);
  return [
    {
      what: `product published → found by a search, the slowest of ${published}`,
      ours: Math.max(...followed) / 1000,
      unit: 's',
      goal: 2,
    },
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

/** Milliseconds from the response to each new product until a search finds it, without the first one, which starts the functions. */
async function timesToFollow(client: LonjaClient): Promise<number[]> {
  const { localId } = await bodyOf(client.POST('/locals', { body: { name: 'Quesería El Roble' } }));
  const times: number[] = [];
  for (let index = 0; index <= published; index++) {
    const name = `Novedad${index}`;
    const price = { amountMinor: 450, currency: 'EUR' };
    const draft = { localId, name, category: 'cheese', price, initialStock: 1, lowStockThreshold: 0 };
    await client.POST('/products', { body: draft });
    const startedAt = performance.now();
    await eventually(name, async () => {
      const { products } = await bodyOf(client.GET('/products/search', { params: { query: { q: name } } }));
      return products.some((found) => found.name === name);
    });
    times.push(performance.now() - startedAt);
  }
  return times.slice(1);
}

/** An organization with this number of products, all of them in a snapshot, as the job writes it. */
async function openCatalogue(system: LocalSystem, products: number): Promise<Catalogue> {
  const restUrl = system.restUrl();
  const anyone = lonjaClient({ restUrl });
  const person = { email: `search-${products}@example.org`, password: 'four words are enough', name: 'Nerea Ibarra' };
  const organization = { name: `Mercado de ${products}` };
  const { organizationId } = await bodyOf(anyone.POST('/auth/register', { body: { ...person, organization } }));
  const { email, password } = person;
  const { accessToken } = await bodyOf(anyone.POST('/auth/login', { body: { organizationId, email, password } }));

  const index = CatalogueIndex.empty();
  index.apply(marketProducts(products).map(changeOf));
  Object.assign(process.env, awsEnvironment(system.awsEndpoint), {
    TABLE_NAME: outputNamed(system.stackOutputs(), 'ProductTableName'),
    SEARCH_BUCKET_NAME: outputNamed(system.stackOutputs(), 'SearchBucketName'),
  });
  const written = await writeSnapshot(organizationId, index.snapshot(), undefined);
  if (written.outcome !== 'written') throw new Error('the organization has a snapshot already');
  const pointer = { number: 1, objectVersion: written.objectVersion, format: indexFormat, products };
  await commit({ cause: newCause({ organizationId }), writes: [putPointer(organizationId, pointer)] });
  const found = await bodyOf(lonjaClient({ restUrl, accessToken }).GET('/products/search'));
  if (found.total !== products) throw new Error(`a search finds ${found.total} of ${products} products`);
  return { token: accessToken };
}
