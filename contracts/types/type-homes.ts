import { dirname, relative } from 'node:path/posix';
import type { Contracts } from '../contracts.ts';
import { openApiId, sharedId } from '../documents.ts';

export const sharedTypes = 'generated/shared.ts';
export const eventTypes = 'generated/events/types.ts';
export const sagaTypes = 'generated/saga/types.ts';
export const restTypes = 'generated/rest/types.ts';

/** From where a generated file imports the types of each document. Its own documents are left out, as it declares their types. */
export function typeModules({ events, envelope, saga }: Contracts, file: string): Record<string, string> {
  const homes = [
    [sharedId, sharedTypes],
    [openApiId, restTypes],
    ...[envelope, ...events].map(({ base }) => [base, eventTypes] as const),
    ...events.flatMap(({ sensitive }) => (sensitive ? [[sensitive.received.base, eventTypes] as const] : [])),
    ...saga.map(({ base }) => [base, sagaTypes] as const),
  ] as const;
  return Object.fromEntries(
    homes.filter(([, home]) => home !== file).map(([document, home]) => [document, specifier(file, home)]),
  );
}

/** How one generated file names another in an import. */
export function specifier(from: string, to: string): string {
  const path = relative(dirname(from), to);
  return path.startsWith('.') ? path : `./${path}`;
}
