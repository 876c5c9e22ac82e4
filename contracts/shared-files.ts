import { type Contracts, sharedId } from './contracts.ts';
import type { Schema } from './schema.ts';
import { generatedNotice, typeFile } from './types/type-file.ts';

/** generated/shared.ts, the types of `shared.json` that have a title, and generated/validator.ts, what a validator is. */
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

const validator = `${generatedNotice}/** One complaint: where, by which rule, in words, and what of the rule. */
export type SchemaError = { instancePath: string; keyword: string; message?: string; params?: Record<string, unknown> };

/** Says whether data is what a schema describes. After a refusal, and until the next call, \`errors\` says why. */
export type Validator<Data> = ((data: unknown) => data is Data) & { errors?: readonly SchemaError[] | null };
`;
