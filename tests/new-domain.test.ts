import { execFile } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, delimiter, dirname, join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { follow, handWritten, type Step, stepsOf } from './kit/guide.ts';

const root = dirname(import.meta.dirname);
const guides = {
  domain: 'adding-a-domain',
  route: 'adding-a-route',
  event: 'adding-an-event',
  field: 'adding-a-field',
  version: 'changing-an-event',
};
type Guide = keyof typeof guides;
const stepsFor = (guide: Guide) => stepsOf(root, guides[guide]);
const allGuides: Guide[] = ['domain', 'route', 'event', 'field'];
/** With that for a new version of an event, which goes on from the others. */
const everyGuide: Guide[] = [...allGuides, 'version'];
const isTest = ({ file }: Step) => file.endsWith('.test.ts');
const testTimeoutMs = 240_000;

/** A copy of the tree, in which the how-tos are followed. */
let copy: string;
const madeByTools = new Set(['node_modules', 'dist', 'cdk.out', '.git', '.local', 'coverage']);
beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'lonja-new-domain-'));
  cpSync(root, copy, { recursive: true, filter: (path) => !madeByTools.has(basename(path)) });
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
  // The files that the how-tos touch, so that the types are checked in a second.
  const include = ['functions/domains.ts', 'functions/review', 'functions/notification'];
  writeFileSync(join(copy, 'tsconfig.steps.json'), JSON.stringify({ extends: './tsconfig.json', include }));
});
afterAll(() => {
  rmSync(copy, { recursive: true, force: true });
});

/** Undoes what was followed before. */
beforeEach(() => {
  const made = ['functions/review', 'events-schemas/review', 'generated', 'docs/event-map.md'];
  for (const path of [...made, ...everyGuide.flatMap(stepsFor).map(({ file }) => file)]) {
    rmSync(join(copy, path), { recursive: true, force: true });
    if (existsSync(join(root, path))) cpSync(join(root, path), join(copy, path), { recursive: true });
  }
});

/** Follows how-tos, leaving out the steps of `omitted`: by guide and file, and by the place among those of that file. */
function followGuides(followed: readonly Guide[], omitted: readonly string[] = []): void {
  const names = followed.flatMap((guide) => {
    const seen = new Map<string, number>();
    return stepsFor(guide).map((step) => {
      const count = (seen.get(step.file) ?? 0) + 1;
      seen.set(step.file, count);
      return { step, name: `${guide}: ${step.file}${count > 1 ? ` ${count}` : ''}` };
    });
  });
  const unknown = omitted.filter((omission) => !names.some(({ name }) => name === omission));
  if (unknown.length > 0) throw new Error(`no how-to has the step ${unknown.join(', ')}`);
  for (const { step, name } of names) if (!omitted.includes(name)) follow(step, copy);
}

const npxPath = [join(root, 'node_modules', '.bin'), join(root, 'node_modules', 'node', 'bin'), process.env.PATH].join(delimiter);

/** Runs a tool in the copy: its exit code, and all that it wrote. */
function run(...[program = '', ...args]: string[]): Promise<{ code: number; output: string }> {
  const env = { ...process.env, PATH: npxPath, NO_COLOR: '1', CDK_OUTDIR: join(copy, 'cdk.out') };
  return new Promise((resolve) => {
    execFile(program, args, { cwd: copy, env, maxBuffer: 64 << 20 }, (error, stdout, stderr) =>
      resolve({ code: error === null ? 0 : 1, output: `${stdout}${stderr}` }),
    );
  });
}

const succeed = async (...command: string[]) => {
  const { code, output } = await run(...command);
  expect(code, `${command.join(' ')}\n${output}`).toBe(0);
};
const generate = ['node', 'contracts/generate.ts'];
const checkTypes = ['tsc', '-p', 'tsconfig.steps.json'];
const runTests = (...paths: string[]) => ['vitest', 'run', '--project', 'unit', ...paths];

describe('the how-tos for a domain, a route, an event, a field and a version, followed to the letter', {
  timeout: testTimeoutMs,
}, () => {
  it('pass every check', async () => {
    followGuides(everyGuide);
    await succeed(...generate);
    await succeed(...generate, '--check');
    await succeed('tsc', '-p', '.');
    const touched = [...new Set(everyGuide.flatMap(stepsFor).map(({ file }) => file))];
    await succeed('biome', 'check', ...touched.filter((file) => !file.endsWith('.yaml')));
    await succeed('depcruise', '--config', '.dependency-cruiser.cjs', '.');
    await succeed(...runTests('functions/review', 'functions/notification/consumers', 'tests/tree.test.ts', 'contracts'));
  });

  it('deploy a table with its stream and relay, methods of the gateway, and the rule of the consumer', async () => {
    followGuides(everyGuide);
    await succeed(...generate);
    await succeed('node', 'infra/bundle.ts');
    await succeed('node', 'infra/app.ts');
    const template = (stack: string) => readFileSync(join(copy, 'cdk.out', `${stack}.template.json`), 'utf8');
    expect(template('Data')).toMatch(/"ReviewTable\w+": \{\s*"Type": "AWS::DynamoDB::Table"/);
    expect(template('Data')).toContain('dev-review.events');
    expect(template('Api')).toMatch(/"RestApiapiv1reviewsreviewIdGET\w+"/);
    expect(template('Api')).toMatch(/"RestApiapiv1reviewsPOST\w+"/);
    expect(template('Events')).toMatch(/"ReviewRelayStream\w+"/);
    expect(template('Events')).toMatch(/"NotificationFromReview\w+"/);
    // Both versions of the event come by one name.
    expect(template('Events')).not.toContain('review.posted.v2');
    expect(template('Observability')).toContain('Events/ReviewRelay/DeadLetterQueue holds messages');
  });

  it('take few files and lines by hand', () => {
    const byHand = (guide: Guide) => stepsFor(guide).filter((step) => !isTest(step));
    const filesOf = (steps: Step[]) => [...new Set(steps.map(({ file }) => file))];
    const linesOf = (steps: Step[]) => steps.reduce((sum, step) => sum + handWritten(step), 0);

    expect(filesOf(byHand('domain')).filter((file) => !file.startsWith('functions/review/'))).toEqual([
      'functions/domains.ts',
      'events-schemas/shared.json',
      'openapi.yaml',
    ]);
    expect(filesOf(byHand('route'))).toHaveLength(3);
    expect(linesOf(byHand('route'))).toBeLessThanOrEqual(45);

    const isPublisher = ({ file }: Step) => file.startsWith('functions/review/');
    const [publisher, event] = [byHand('event').filter(isPublisher), byHand('event').filter((step) => !isPublisher(step))];
    expect(filesOf(event)).toHaveLength(4);
    expect(linesOf(event)).toBeLessThanOrEqual(35);
    // One more value of a decision that is there already.
    expect(filesOf(publisher)).toHaveLength(1);
    expect(linesOf(publisher)).toBeLessThanOrEqual(10);

    expect(filesOf(byHand('field'))).toHaveLength(2);
  });
});

describe('a version of an event', { timeout: testTimeoutMs }, () => {
  it.each([
    { change: ['"x-version": 2', '"x-version": 3'], says: /version 3 in review\.posted\.v3\.json: rename it/ },
    { change: ['"ReviewPostedV2"', '"ReviewPosted"'], says: /the title of version 2 ends with V2/ },
    { change: ['"ReviewPostedV2"', '"ReviewSentV2"'], says: /are called ReviewPosted and ReviewSent: give them one name/ },
  ])('is refused by the generator when its file says otherwise: $change', async ({ change: [from = '', to = ''], says }) => {
    followGuides(everyGuide);
    const schema = join(copy, 'events-schemas/review/review.posted.v2.json');
    writeFileSync(schema, readFileSync(schema, 'utf8').replace(from, to));
    const { code, output } = await run(...generate);
    expect(output).toMatch(says);
    expect(code).toBe(1);
  });
});

describe('a step that is left out', { timeout: testTimeoutMs }, () => {
  it.each([
    { step: 'domain: functions/review/domain.ts', says: /Cannot find module '\S+functions\/review\/domain\.ts'/ },
    {
      step: 'domain: functions/domains.ts',
      says: /GET \/reviews\/\{reviewId\} has the x-domain review, which functions\/domains\.ts does not list/,
    },
    { step: 'domain: events-schemas/shared.json', says: /takes the permission review:read, which shared\.json does not list/ },
    {
      step: 'domain: openapi.yaml',
      says: /functions\/review\/domain\.ts declares the API Lambda rest, but openapi\.yaml has no operation with x-domain: review/,
    },
  ])('is refused by the generator, which names it: $step', async ({ step, says }) => {
    followGuides(['domain'], [step]);
    const { code, output } = await run(...generate);
    expect(output).toMatch(says);
    expect(code).toBe(1);
  });

  it('is found by the check of the generated code, if it is `npm run generate`', async () => {
    followGuides(['domain']);
    const { code, output } = await run(...generate, '--check');
    expect(output).toContain('generated/rest/review.ts differs from what the contracts generate');
    expect(output).toContain('Run `npm run generate`');
    expect(code).toBe(1);
  });

  it.each([
    {
      guides: allGuides,
      omitted: {
        'domain: functions/review/rest/get-review.ts': /review\/rest\.ts.* Cannot find module '\.\/rest\/get-review\.ts'/,
        'route: functions/review/rest/post-review.ts': /review\/rest\.ts.* Cannot find module '\.\/rest\/post-review\.ts'/,
        'event: functions/notification/consumers/review-posted.ts': /Cannot find module '\.\/consumers\/review-posted\.ts'/,
        'event: functions/review/rest/post-review.ts': undefined,
        'field: openapi.yaml 2': /review-table\.ts.* 'title' does not exist in type 'Fields<Review>'/,
      },
    },
    {
      guides: ['domain', 'route', 'event'] satisfies Guide[],
      omitted: {
        'domain: functions/review/model/review.ts': /Cannot find module '\.\.\/model\/review\.ts'/,
        'domain: functions/review/store/review-table.ts': /Cannot find module '\.\.\/store\/review-table\.ts'/,
      },
    },
    {
      guides: allGuides,
      omitted: {
        'route: functions/review/rest.ts': /review\/rest\.ts.* Property 'postReview' is missing/s,
        'event: functions/notification/consumer.ts': /notification\/consumer\.ts.* Property '"review\.posted"' is missing/s,
        'field: functions/review/store/review-table.ts': /review-table\.ts.* Property 'title' is missing/s,
        'field: functions/review/rest/post-review.test.ts': /post-review\.test\.ts.* Property 'title' is missing/s,
      },
    },
    {
      guides: ['domain', 'route', 'event'] satisfies Guide[],
      omitted: {
        'route: openapi.yaml': /'"POST \/reviews"' is not assignable/,
        'event: functions/notification/domain.ts': /'review\.posted'' does not exist in type/,
      },
    },
    {
      guides: allGuides,
      omitted: {
        'event: events-schemas/review/review.posted.json': /notification\/domain\.ts.*'"review\.posted"' is not assignable/s,
        'field: openapi.yaml': /post-review\.test\.ts.* 'title' does not exist in type/s,
      },
    },
  ])('is a type error that names it: $omitted', async ({ guides: followed, omitted }) => {
    followGuides(followed, Object.keys(omitted));
    await succeed(...generate);
    const { code, output } = await run(...checkTypes);
    for (const [step, says] of Object.entries(omitted)) if (says !== undefined) expect(output, step).toMatch(says);
    expect(code).toBe(1);
  });

  it('fails the check of the tree, if it is the entry point, a test or what publishes the event', async () => {
    followGuides(
      ['domain', 'route', 'event'],
      [
        'domain: functions/review/rest.ts',
        'route: functions/review/rest.ts',
        'event: functions/review/rest/post-review.ts',
        'event: functions/notification/consumers/review-posted.test.ts',
      ],
    );
    await succeed(...generate);
    const { code, output } = await run(...runTests('tests/tree.test.ts'));
    for (const missing of ['functions/review/rest.ts', 'functions/notification/consumers/review-posted.ts', 'review.posted'])
      expect(output).toMatch(new RegExp(`\\+ +"${missing.replaceAll('.', '\\.')}"`));
    expect(code).toBe(1);
  });
});
