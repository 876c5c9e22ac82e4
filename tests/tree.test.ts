import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { domains } from '../functions/domains.ts';
import { entryFile, lambdasOf } from '../functions/shared/domain.ts';
import { routes } from '../generated/rest/routes.ts';

const root = dirname(import.meta.dirname);
const productFolders = '{functions,grpc-*,infra,local,contracts}';
const filesAt = (pattern: string, exclude: string[] = []) => globSync(pattern, { cwd: root, exclude }).toSorted();
const textOf = (file: string) => readFileSync(join(root, file), 'utf8');
const withoutTests = ['**/*.test.ts'];

describe('a product folder', () => {
  const folders = globSync(`${productFolders}/**/*`, { cwd: root, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath }) => parentPath.slice(root.length + 1));

  it.each([...new Set(folders)].toSorted())('%s holds at most twenty files', (folder) => {
    const files = readdirSync(join(root, folder), { withFileTypes: true }).filter((entry) => entry.isFile());
    expect(files.length).toBeLessThanOrEqual(20);
  });
});

describe('functions/domains.ts', () => {
  const names = domains.map(({ name }) => name).join('|');
  /** Three names in a row: in an array, a union or a string, or as the keys of an object. */
  const list = new RegExp(
    `(['"](${names})['"]\\s*[,|]\\s*){2}['"](${names})['"]|(^\\s*['"]?(${names})['"]?(:\\s|,).*\\n){3}`,
    'm',
  );

  it('is the only list of domains that is kept by hand', () => {
    const sources = filesAt('{*,{functions,grpc-*,infra,local,contracts,tests,bench}/**/*}.{ts,mjs,cjs,json,yaml}', [
      'package-lock.json',
      'functions/domains.ts',
      // Models the part of the system that orders pass through.
      'tests/simulation/**',
    ]);
    expect(sources.length).toBeGreaterThan(300);
    expect(sources.filter((file) => list.test(textOf(file)))).toEqual([]);
  });

  it('lists every folder that has a registration', () => {
    const registered = domains.map(({ name }) => `functions/${name}/domain.ts`);
    expect(filesAt('functions/*/domain.ts', ['functions/shared/**'])).toEqual(registered.toSorted());
  });
});

describe.each(domains)('domain $name', (domain) => {
  const { name, consumers = {}, sagaTasks = {}, jobs = {}, apis = {}, indexes = [] } = domain;
  const folder = `functions/${name}`;
  const handlersIn = (kind: string) => filesAt(`${folder}/${kind}/**`, withoutTests).filter((file) => file.endsWith('.ts'));

  it('has the file of each Lambda that it declares', () => {
    const files = lambdasOf(domain).map((lambda) => entryFile(domain, lambda));
    expect(files.filter((file) => !existsSync(join(root, file)))).toEqual([]);
  });

  it('has a file for each route of the contract, and no other file beside them', () => {
    const declared = handlersIn('rest').map((file) => textOf(file).match(/[rR]oute\(\s*'(\w+ [^']+)'/)?.[1]);
    const ofContract = routes.filter((route) => route.domain === name).map(({ method, path }) => `${method} ${path}`);
    expect(declared.toSorted()).toEqual(ofContract.toSorted());
  });

  it('has a route for each API Lambda', () => {
    const answering = new Set(routes.filter((route) => route.domain === name).map(({ entry }) => entry));
    const declared = Object.values(apis).map((api) => entryFile(domain, api));
    expect(declared.toSorted()).toEqual([...answering].toSorted());
  });

  it('has a file for each event that it consumes, named after the event, and no other file beside them', () => {
    const events = Object.values(consumers).flatMap((consumer) =>
      consumer.events === 'every-event' ? [consumer.events] : [...consumer.events],
    );
    const files = [...new Set(events)].map((event) => `${event.replaceAll(/[._]/g, '-')}.ts`);
    expect(
      handlersIn('consumers')
        .map((file) => basename(file))
        .toSorted(),
    ).toEqual(files.toSorted());
  });

  it('has a consumer Lambda for each consumer that it declares', () => {
    for (const [consumer, declaration] of Object.entries(consumers)) {
      expect(textOf(entryFile(domain, declaration)), consumer).toMatch(new RegExp(`eventConsumer\\(\\s*\\w+,\\s*'${consumer}'`));
    }
  });

  it('has a file for each saga task and job, and no other file beside them', () => {
    const tasks = Object.values(sagaTasks).map((task) => entryFile(domain, task));
    expect(handlersIn('saga-tasks')).toEqual(tasks.toSorted());
    expect(handlersIn('jobs')).toEqual(Object.values(jobs).map((job) => entryFile(domain, job)));
    for (const [job, declaration] of Object.entries(jobs))
      expect(textOf(entryFile(domain, declaration)), job).toMatch(new RegExp(`scheduledJob\\(\\s*'${job}'`));
  });

  it('has a test beside each route, consumer, saga task and job', () => {
    const handlers = ['rest', 'consumers', 'saga-tasks', 'jobs'].flatMap(handlersIn);
    expect(handlers.filter((file) => !existsSync(join(root, file.replace(/\.ts$/, '.test.ts'))))).toEqual([]);
  });

  it('publishes every event that it has a schema for', () => {
    const sources = filesAt(`{${folder},grpc-${name}}/**/*.ts`, withoutTests).map(textOf);
    const events = filesAt(`events-schemas/${name}/*.json`).map((file) => basename(file, '.json'));
    expect(events.filter((event) => !sources.some((text) => text.includes(`type: '${event}'`)))).toEqual([]);
  });

  it('queries every index that it declares', () => {
    const stores = filesAt(`{${folder},grpc-${name}}/store/*.ts`, withoutTests).map(textOf);
    for (const index of indexes)
      expect(
        stores.some((text) => text.includes(`'${index}'`)),
        index,
      ).toBe(true);
  });

  it('decides without a clock, chance or the environment', () => {
    const impure = /new Date\(\)|Date\.now\(|performance\.now|Math\.random|randomUUID\(|process\.env/;
    expect(filesAt(`${folder}/model/**/*.ts`, withoutTests).filter((file) => impure.test(textOf(file)))).toEqual([]);
  });
});

describe('money', () => {
  it('is formatted by one function, which knows the digits of each currency', () => {
    const sources = filesAt('{functions,grpc-*,local,bench}/**/*.{ts,mjs}', withoutTests);
    const formats = /Intl\.NumberFormat|amountMinor\)? *\/ /;
    expect(sources.filter((file) => formats.test(textOf(file)))).toEqual(['functions/shared/money/format-money.ts']);
  });
});
