// Generated from the contracts by `npm run generate`. Do not edit.
/** One complaint: its place, the rule that is broken, a message, and the parameters of the rule. */
export type SchemaError = { instancePath: string; keyword: string; message?: string; params?: Record<string, unknown> };

/**
 * Checks whether data is what a schema describes, and puts every UUID in it into lower case. After a refusal, `errors` holds the
 * complaints until the next call.
 */
export type Validator<Data> = ((data: unknown) => data is Data) & { errors?: readonly SchemaError[] | null };
