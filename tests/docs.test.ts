import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = dirname(import.meta.dirname);
const pages = [...globSync('docs/**/*.md', { cwd: root }), 'README.md'].toSorted();
const textOf = (page: string) => readFileSync(join(root, page), 'utf8');
const maxColumns = 100;

type Line = { number: number; text: string; kind: 'prose' | 'table' | 'code' };

function linesOf(page: string): Line[] {
  let isCode = false;
  return textOf(page)
    .split('\n')
    .map((text, index) => {
      const isFence = text.trimStart().startsWith('```');
      const kind = isCode || isFence ? 'code' : text.trimStart().startsWith('|') ? 'table' : 'prose';
      if (isFence) isCode = !isCode;
      return { number: index + 1, text, kind };
    });
}

/** A link is as wide as its text. */
const columnsOf = (text: string) => [...text.replaceAll(/\]\([^)]*\)/g, ']()')].length;

/** The targets of the links outside code, without their fragments; none for a link to another site or within the page. */
const linkedFiles = (page: string): string[] =>
  linesOf(page)
    .filter(({ kind }) => kind !== 'code')
    .flatMap(({ text }) => [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = '']) => target))
    .filter((target) => !/^(https?:|#)/.test(target))
    .map((target) => target.replace(/#.*$/, ''));

/** Files of the repository that the page names in backticks, by their path from its root. */
const namedFiles = (page: string): string[] =>
  [...textOf(page).matchAll(/`((?:[\w-]+\/)+[\w.-]+\.(?:ts|mjs|py|json|yaml|proto|md))`/g)]
    .map(([, path = '']) => path)
    .filter((path) => existsSync(join(root, path.split('/')[0] ?? '')));

describe.each(pages)('%s', (page) => {
  it(`is wrapped at ${maxColumns} columns, except for tables and code`, () => {
    const tooWide = linesOf(page).filter(({ text, kind }) => kind === 'prose' && columnsOf(text) > maxColumns);
    expect(tooWide.map(({ number, text }) => `${number}: ${text}`)).toEqual([]);
  });

  it('links to files that exist', () => {
    expect(linkedFiles(page).filter((path) => !existsSync(join(root, dirname(page), path)))).toEqual([]);
  });
});

/** The others name files that their readers are about to write. */
const descriptions = pages.filter((page) => !basename(page).startsWith('adding-'));

it.each(descriptions)('%s names files that exist', (page) => {
  expect(namedFiles(page).filter((path) => !existsSync(join(root, path)))).toEqual([]);
});

it('the index of the decisions lists each of them once', () => {
  const folder = 'docs/decisions';
  const records = globSync(`${folder}/*.md`, { cwd: root }).map((path) => basename(path));
  const listed = linkedFiles(`${folder}/README.md`).filter((path) => !path.includes('/'));
  expect(listed.toSorted()).toEqual(records.filter((name) => name !== 'README.md').toSorted());
});
