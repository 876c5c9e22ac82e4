import type { Contracts } from './contracts.ts';
import { sharedId } from './documents.ts';
import type { Schema } from './schema.ts';
import { generatedNotice, typeFile } from './types/type-file.ts';

/** generated/shared.ts, the definitions of `shared.json` that have a title, and generated/validator.ts, the type of a validator. */
export function sharedFiles({ documents }: Contracts): Map<string, string> {
  const shared: Schema = documents.get(sharedId) ?? {};
  const file = typeFile(documents);
  for (const schema of Object.values(shared.$defs ?? {})) {
    if (schema.title !== undefined) file.declare({ schema, base: sharedId, name: schema.title });
  }
  return new Map([
    ['generated/shared.ts', `${generatedNotice}${file.text()}`],
    ['generated/validator.ts', validator],
  ]);
}

const validator = `${generatedNotice}/** One complaint: its place, the rule that is broken, a message, and the parameters of the rule. */
export type SchemaError = { instancePath: string; keyword: string; message?: string; params?: Record<string, unknown> };

/**
 * Checks whether data is what a schema describes, and puts every UUID in it into lower case. After a refusal, \`errors\` holds the
 * complaints until the next call.
 */
export type Validator<Data> = ((data: unknown) => data is Data) & { errors?: readonly SchemaError[] | null };
`;
