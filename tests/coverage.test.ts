import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { consumers } from '../functions/domains.ts';
import { eventCatalogue } from '../generated/events/catalogue.ts';

/**
 * Other tests find a route without a handler, a handler without a route and an event that nothing publishes (tree.test.ts), a declared
 * subscription without a rule (infra/async-edges.test.ts) and a route without a method of the gateway (infra/stacks/api-stack.test.ts).
 */
const root = dirname(import.meta.dirname);
const page = 'docs/coverage.md';
const notBuilt = 'Not built yet';

type Section = { title: string; rows: readonly (readonly string[])[] };

const cellsOf = (line: string) =>
  line
    .replace(/^\|/, '')
    .replace(/\|$/, '')
    .split('|')
    .map((cell) => cell.trim());

function sectionsOf(text: string): Section[] {
  return text
    .split(/^## /m)
    .slice(1)
    .map((section) => {
      const [title = '', ...lines] = section.split('\n');
      const [, , ...rows] = lines.filter((line) => line.startsWith('|'));
      return { title, rows: rows.map(cellsOf) };
    });
}

/** The linked files of a cell, from the root of the repository. */
const filesIn = (cell: string): string[] =>
  [...cell.matchAll(/\]\(([^)\s#]+)[^)]*\)/g)].map(([, target = '']) => join(dirname(page), target));
const textOf = (file: string) => readFileSync(join(root, file), 'utf8');

/** What is wrong with a row that claims a capability. */
function faultsOf(row: readonly string[]): string[] {
  const [capability = '', implemented = '', shown = ''] = row;
  const [files, tests] = [filesIn(implemented), filesIn(shown)];
  const gone = [...files, ...tests].filter((file) => !existsSync(join(root, file)));
  const noTests = tests.filter((file) => !gone.includes(file) && !(file.endsWith('.test.ts') && /\bit[.(]/.test(textOf(file))));
  return [
    ...(row.length === 3 ? [] : [`${row.length} cells`]),
    ...(capability === '' ? ['no capability'] : []),
    ...(files.length === 0 ? ['no file that implements it'] : []),
    ...(tests.length === 0 ? ['no test that shows it'] : []),
    ...gone.map((file) => `${file} is gone`),
    ...noTests.map((file) => `${file} holds no test`),
  ].map((fault) => `${capability}: ${fault}`);
}

const sections = sectionsOf(textOf(page));
const built = sections.filter(({ title }) => title !== notBuilt);

describe(page, () => {
  it('takes the five documents one by one, and then names what is not built', () => {
    expect(sections.map(({ title }) => title.split(' ')[0])).toEqual(['1.', '2.', '3.', '4.', '5.', 'Not']);
    expect(sections.at(-1)?.title).toBe(notBuilt);
    expect(built.every((section) => section.rows.length >= 10)).toBe(true);
  });

  it.each(built)('names files that exist and tests that hold one, for each capability of $title', (section) => {
    expect(section.rows.flatMap(faultsOf)).toEqual([]);
  });

  it('claims nothing twice within a document', () => {
    for (const section of built) {
      const names = section.rows.map(([capability]) => capability);
      expect(
        names.filter((name, index) => names.indexOf(name) !== index),
        section.title,
      ).toEqual([]);
    }
  });

  it('says of everything that is not built which document names it, and what is missing', () => {
    const missing = sections.at(-1)?.rows ?? [];
    expect(missing.length).toBeGreaterThan(0);
    for (const row of missing) {
      expect(row).toHaveLength(3);
      expect(row[0]).toMatch(/^[1-5](, [1-5])*$/);
      expect(row.every((cell) => cell !== '')).toBe(true);
    }
  });
});

describe('the check of a row', () => {
  const file = '[tree](../tests/tree.test.ts)';

  it('finds nothing wrong with a sound one', () => {
    expect(faultsOf(['A check', file, file])).toEqual([]);
  });

  it.each([
    [['', file, file], ': no capability'],
    [['A', '', file], 'A: no file that implements it'],
    [['A', file, ''], 'A: no test that shows it'],
    [['A', '[x](../functions/gone.ts)', file], 'A: functions/gone.ts is gone'],
    [['A', file, '[x](../functions/gone.test.ts)'], 'A: functions/gone.test.ts is gone'],
    [['A', file, '[x](../functions/domains.ts)'], 'A: functions/domains.ts holds no test'],
    [['A', file], 'A: 2 cells'],
  ])('finds what is wrong with %j', (row, fault) => {
    expect(faultsOf(row)).toContain(fault);
  });
});

describe('an event', () => {
  /** What only the audit trail takes: the documents name no subscriber of it. */
  const onlyRecorded = ['notification.sent'];

  it('is consumed by more than the audit trail, which takes every event', () => {
    const taken = new Set<string>(consumers.flatMap(({ events }) => (events === 'every-event' ? [] : events)));
    expect(Object.keys(eventCatalogue).filter((event) => !taken.has(event))).toEqual(onlyRecorded);
  });
});
