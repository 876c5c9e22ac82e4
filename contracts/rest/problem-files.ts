import type { Contracts } from '../contracts.ts';
import { generatedNotice } from '../types/type-file.ts';
import { problemTypePrefix } from './complete-document.ts';

/** generated/rest/problems.ts: the problems of the contract, each with its status and title. */
export function problemFiles({ openApi }: Contracts): Map<string, string> {
  const entries = Object.entries(openApi.components['x-problems']).map(
    ([slug, { status, title }]) => `  '${slug}': { status: ${status}, title: ${JSON.stringify(title)} },\n`,
  );
  const text = `${generatedNotice}
/** Every kind of problem, by its slug. Its \`type\` is the slug after \`problemTypePrefix\`. */
export const problems = {
${entries.join('')}} as const satisfies Record<string, { status: number; title: string }>;

export type ProblemSlug = keyof typeof problems;

export const problemTypePrefix = '${problemTypePrefix}';
`;
  return new Map([['generated/rest/problems.ts', text]]);
}
