import type { Contracts } from './contracts.ts';
import type { Placed } from './schema.ts';
import { generatedNotice, typeFile } from './types/type-file.ts';
import { sagaTypes, typeModules } from './types/type-homes.ts';
import type { Validated } from './validators/validator-modules.ts';

export const sagaValidatorsModule = 'generated/saga/validators.ts';

/** generated/saga: the types of what the state machine and its tasks are given. */
export function sagaFiles(contracts: Contracts): Map<string, string> {
  const file = typeFile(contracts.documents, typeModules(contracts, sagaTypes));
  for (const placed of contracts.saga) file.declare({ ...placed, name: nameOf(placed) });
  return new Map([[sagaTypes, `${generatedNotice}${file.text()}`]]);
}

/** The schemas whose validators `generated/saga/validators.ts` holds. */
export const validatedInputs = ({ saga }: Contracts): Validated[] =>
  saga.map((placed) => ({ schema: { $ref: placed.base }, base: placed.base, name: nameOf(placed) }));

function nameOf({ schema, base }: Placed): string {
  if (schema.title === undefined) throw new Error(`${base}: it needs a title, which names its type`);
  return schema.title;
}
