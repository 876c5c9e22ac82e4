import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** A step of a how-to in docs/: a file to write, or a change to one. Its code block names the file after the language. */
export type Step = { guide: string; file: string; isChange: boolean; lines: readonly string[] };

/** The steps of `docs/<guide>.md` in their order. */
export function stepsOf(root: string, guide: string): Step[] {
  const text = readFileSync(join(root, 'docs', `${guide}.md`), 'utf8');
  return [...text.matchAll(/^```(\w+) (\S+)\n(.*?)^```$/gms)].map(([, language, file = '', code = '']) => ({
    guide,
    file,
    isChange: language === 'diff',
    lines: code.split('\n').slice(0, -1),
  }));
}

/** Follows a step in a copy of the tree. @throws when a change does not fit its file */
export function follow({ guide, file, isChange, lines }: Step, copy: string): void {
  const path = join(copy, file);
  mkdirSync(dirname(path), { recursive: true });
  if (!isChange) {
    if (existsSync(path)) throw new Error(`docs/${guide}.md writes ${file}, which exists`);
    writeFileSync(path, `${lines.join('\n')}\n`);
    return;
  }
  let text = readFileSync(path, 'utf8');
  for (const hunk of hunksOf(lines)) {
    const before = linesBut('+', hunk);
    const [head, tail, ...more] = `\n${text}`.split(`\n${before}\n`);
    if (head === undefined || tail === undefined || more.length > 0) {
      throw new Error(`docs/${guide}.md: ${file} does not have once\n${before}`);
    }
    text = `${head}\n${linesBut('-', hunk)}\n${tail}`.slice(1);
  }
  writeFileSync(path, text);
}

/** How many lines a step takes by hand, without blank ones. */
export const handWritten = ({ isChange, lines }: Step): number =>
  lines.filter((line) => (isChange ? /^\+.*\S/ : /\S/).test(line)).length;

/** The places of a change, which `@@` separates. */
const hunksOf = (lines: readonly string[]): string[][] =>
  lines
    .join('\n')
    .split('\n@@\n')
    .map((hunk) => hunk.split('\n'));

/** The lines of a change without those added (`+`) or removed (`-`), as they are in the file. */
const linesBut = (sign: '+' | '-', hunk: readonly string[]): string =>
  hunk
    .filter((line) => !line.startsWith(sign))
    .map((line) => line.slice(1))
    .join('\n');
