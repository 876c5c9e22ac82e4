import { beforeAll, describe, expect, it } from 'vitest';
import { permissionsOf } from '../../functions/auth/model/permissions.ts';
import { newId } from '../../functions/shared/ids.ts';
import { eventually } from '../../local/process/eventually.ts';
import { type OrganizationThings, openOrganization } from '../kit/organization-things.ts';
import { type Call, call, callOnce, type Operation, type RestAnswer } from '../kit/rest.ts';
import {
  bodyTexts,
  type ContractOperation,
  contractOperations,
  isId,
  listsProblem,
  parameterTexts,
  requiredHeaders,
  sampleRequest,
  type TextPlace,
  withText,
} from '../kit/sample-requests.ts';
import { expectSound } from '../kit/sound-market.ts';

let own: OrganizationThings;
let stranger: OrganizationThings;
beforeAll(async () => {
  [own, stranger] = await Promise.all([openOrganization(), openOrganization()]);
});

/** It answers a question, so that a denial is a value: see below. */
const asks: Operation = 'GET /locals/{localId}/validate';
/** A report of a provider names the organization in its signed body, and takes no token. */
const withIds = contractOperations.filter(
  ({ key, path, signedBody }) => path.includes('{') && signedBody === undefined && key !== asks,
);
/** The domain that mints the id answers this, so it knows that there is no such product. */
const knowsItsIds: Operation = 'GET /products/{productId}/availability';

/** A request about what belongs to the organization, as it would succeed there. */
function requestAbout({ ids, requests }: OrganizationThings, operation: ContractOperation): Call {
  const { body, query } = sampleRequest(operation);
  const { params, ...given } = requests[operation.key] ?? {};
  const wanted = operation.parameters.filter((parameter) => parameter.in === 'path').map(({ name }) => name);
  return {
    query,
    ...(body !== undefined && { body }),
    ...given,
    params: Object.fromEntries(wanted.map((name) => [name, params?.[name] ?? idFor(ids, name, operation)])),
    headers: requiredHeaders(operation),
  };
}

function idFor(ids: OrganizationThings['ids'], name: string, { key }: ContractOperation): string {
  const id = ids[name];
  if (id === undefined) throw new Error(`${key} takes a ${name}: let tests/kit/organization-things.ts make one`);
  return id;
}

describe('what belongs to another organization', () => {
  it('is everything that has an id', () => {
    expect(withIds).not.toHaveLength(0);
  });

  it.each(withIds)('reads as unknown, for its admin as well: $key', async (operation) => {
    const { admin } = stranger.market;
    const sent = requestAbout(own, operation);
    const send = (options: Call) => onceAuthAnswers(operation.key, { ...options, headers: requiredHeaders(operation) });
    const foreign = await send({ ...sent, token: admin.token });
    // What another domain minted a moment ago may be on its way, whether there is such a thing or not.
    const mayCome = listsProblem(operation, 'not-yet-known') && operation.key !== knowsItsIds;
    const [status, slug] = mayCome ? [503, 'not-yet-known'] : [404, 'not-found'];
    expect(foreign).toMatchObject({ status, body: { type: `https://lonja.dev/problems/${slug}` } });
    const unknown = await send({ ...sent, token: admin.token, params: nobodys(sent.params) });
    // Nothing distinguishes a foreign id from one that does not exist.
    expect(withoutCorrelation(foreign)).toBe(withoutCorrelation(unknown));
    const answer = await call(operation.key, { token: own.market.admin.token, ...sent });
    const hint = `${operation.key} does not succeed in its own organization: add to the requests of organization-things.ts what it needs`;
    expect(answer.status, `${hint}; it answers ${answer.text}`).toBeLessThan(300);
  });

  it('is a shop that nobody may act for, as one that does not exist', async () => {
    const params = { localId: own.market.localId };
    const [ours, theirs] = [own, stranger].map(({ market }) => ({ token: market.admin.token, params }));
    expect((await call(asks, ours)).body).toMatchObject({ isValid: true });
    const answer = await call(asks, theirs);
    expect(answer).toMatchObject({ status: 200, body: { isValid: false } });
    const unknown = await call(asks, { ...theirs, params: nobodys(params) });
    expect(answer.body).toEqual(unknown.body);
  });
});

describe('what is named in a query', () => {
  const places = contractOperations.flatMap((operation) =>
    parameterTexts(operation, 'query')
      .filter(isId)
      .map((place) => ({ ...operation, name: place.path.join() })),
  );
  it.each(places)('is found in its own organization alone: $key by $name', async ({ name, ...operation }) => {
    const id = idFor(own.ids, name, operation);
    // A search may repeat the id that it was asked for.
    const search = async (token: string, value: string) => {
      const answer = await onceAuthAnswers(operation.key, { token, query: { [name]: value } });
      return { status: answer.status, told: withoutCorrelation(answer).replaceAll(value, 'the id') };
    };
    const foreign = await search(stranger.market.admin.token, id);
    for (const theirs of Object.values(own.ids)) expect(foreign.told).not.toContain(theirs);
    expect(foreign).toEqual(await search(stranger.market.admin.token, newId(new Date().toISOString())));
    await eventually(`${operation.key} to find something by ${name} in its own organization`, async () => {
      const found = await search(own.market.admin.token, id);
      return found.status === 200 && found.told !== foreign.told;
    });
  });
});

describe('what is named in a body', () => {
  const places = contractOperations
    .filter(({ secured }) => secured)
    .flatMap((operation) =>
      bodyTexts(operation)
        .filter(isId)
        .map((place) => ({ ...operation, place, name: nameOf(place) })),
    );
  it.each(places)('is unknown, unless it is of the caller’s organization: $key with a foreign $name', async (placed) => {
    const { place, name, ...operation } = placed;
    const { token } = stranger.market.admin;
    const request = requestAbout(stranger, operation);
    // Every id of the body is the caller's own, but the one under test.
    const others = bodyTexts(operation).filter((text) => isId(text) && text.excludes.length === 0);
    const body = others.reduce(
      (found, text) => withText(found, text, idFor(stranger.ids, nameOf(text), operation)),
      request.body,
    );
    const send = async (id: string) => {
      const headers = requiredHeaders(operation);
      const answer = await onceAuthAnswers(operation.key, { ...request, headers, token, body: withText(body, place, id) });
      return { answer, told: `${answer.status} ${withoutCorrelation(answer).replaceAll(id, 'the id')}` };
    };
    const foreign = await send(idFor(own.ids, name, operation));
    const unknown = await send(newId(new Date().toISOString()));
    expect(foreign.told).toBe(unknown.told);
    expect(denies(foreign.answer, placed), `${operation.key} answers ${foreign.answer.text}`).toBe(true);
    const ofCaller = await eventually(`${operation.key} to succeed with the caller's own ${name}`, async () => {
      const { answer, told } = await send(idFor(stranger.ids, name, operation));
      if (answer.status >= 300) throw new Error(`it answers ${answer.text}`);
      return { told };
    });
    expect(ofCaller.told).not.toBe(foreign.told);
  });
});

describe('lists that take no id', () => {
  const open = contractOperations.filter(
    ({ method, path, secured, exactlyOneOf, parameters }) =>
      method === 'GET' &&
      secured &&
      !path.includes('{') &&
      exactlyOneOf.length === 0 &&
      !parameters.some((parameter) => parameter.in === 'query' && parameter.required === true),
  );
  it.each(open)('hold nothing of another organization: $key', async ({ key }) => {
    const answer = await call(key, { token: stranger.market.admin.token });
    expect(answer.status).toBe(200);
    for (const id of Object.values(own.ids)) expect(answer.text).not.toContain(id);
  });
});

describe('what belongs to another buyer of the same organization', () => {
  /** What everybody of the organization may see, besides what is their own. */
  const shared: readonly Operation[] = [
    'GET /locals/{localId}',
    'GET /products/{productId}',
    'GET /products/{productId}/availability',
    'GET /inventory/{productId}',
  ];
  const granted = permissionsOf(['buyer']);
  const mayCall = ({ permission }: ContractOperation) => granted.some((one) => one === permission);
  // One without a permission that lists 403 decides by itself who may call it.
  const personal = withIds.filter(
    (operation) =>
      !shared.includes(operation.key) &&
      (operation.permission === undefined ? !operation.problems.includes(403) : mayCall(operation)),
  );
  it.each(personal)('reads as 404: $key', async (operation) => {
    const neighbour = own.market.buyers[1];
    expect((await call(operation.key, { ...requestAbout(own, operation), token: neighbour?.token ?? '' })).status).toBe(404);
  });

  it.each(shared)('does not include what everybody may read: %s', async (key) => {
    const operation = contractOperations.find((one) => one.key === key);
    expect(
      operation && (await call(key, { ...requestAbout(own, operation), token: own.market.buyers[1]?.token ?? '' })),
    ).toMatchObject({
      status: 200,
    });
  });
});

describe('afterwards', () => {
  it('both organizations are as they should be', async () => {
    await expectSound(own.market);
    await expectSound(stranger.market);
  });
});

/** Operations that change nothing: for them, that something is unknown is a value of the answer. */
const questions: readonly Operation[] = ['POST /inventory/check-availability', 'POST /customers/validate'];

/** Whether an answer says that the id at a place is unknown, or not known yet. */
function denies({ status, body }: RestAnswer, { key, place }: { key: Operation; place: TextPlace }): boolean {
  const errors = Array.isArray(body.errors) ? body.errors : [];
  if (status === 422) return errors.some(({ path }) => path === `/${place.path.join('/')}`);
  return status === 200 ? questions.includes(key) : status === 503 && body.type === 'https://lonja.dev/problems/not-yet-known';
}

/** The name of an id in a body: that of its field, or of the list that it is in. */
const nameOf = ({ path }: TextPlace) => (path.findLast((name) => Number.isNaN(Number(name))) ?? '').replace(/s$/, '');

const withoutCorrelation = ({ text, correlationId }: RestAnswer) => text.replace(correlationId, '');

/** Ids of now, as those of the market are. */
const nobodys = (ids: Record<string, string> = {}): Record<string, string> =>
  Object.fromEntries(Object.keys(ids).map((name) => [name, newId(new Date().toISOString())]));

/** The answer to one request. On a busy machine Auth may not answer in time, which is 503 as well: then it is sent again. */
async function onceAuthAnswers(operation: Operation, options: Call): Promise<RestAnswer> {
  const answer = await callOnce(operation, options);
  const isLate = answer.status === 503 && answer.body.type !== 'https://lonja.dev/problems/not-yet-known';
  return isLate ? call(operation, options) : answer;
}
