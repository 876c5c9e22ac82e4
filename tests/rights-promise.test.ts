import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { parse } from 'yaml';

const root = join(import.meta.dirname, '..');
const textOf = (file: string) => readFileSync(join(root, file), 'utf8');
const inOneLine = (text: string) => text.replaceAll(/\s+/g, ' ');

/** tests/e2e/rights-change.test.ts and tests/e2e/live-stock.test.ts hold the system to it. */
const promise =
  "A change of a user's roles, shops or activity applies to REST and gRPC calls within one second, also with tokens that were issued before. A live stream that is no longer allowed ends within five seconds.";

it.each([
  ['the API', parse(textOf('openapi.yaml')).info.description],
  ['the decision record', textOf('docs/decisions/rights-reach-replicas-by-a-feed.md')],
])('how soon a change of rights applies is promised in the same words by %s', (_, text) => {
  expect(inOneLine(text)).toContain(promise);
});

it('is promised nowhere else in the API', () => {
  const { info: _, ...rest } = parse(textOf('openapi.yaml'));
  expect(JSON.stringify(rest)).not.toMatch(/next request|within (a|one) second/i);
});
