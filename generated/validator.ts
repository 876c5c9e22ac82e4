// Generated from the contracts by `npm run generate`. Do not edit.
/** One complaint: where, by which rule, in words, and what of the rule. */
export type SchemaError = { instancePath: string; keyword: string; message?: string; params?: Record<string, unknown> };

/** Says whether data is what a schema describes. After a refusal, and until the next call, `errors` says why. */
export type Validator<Data> = ((data: unknown) => data is Data) & { errors?: readonly SchemaError[] | null };
