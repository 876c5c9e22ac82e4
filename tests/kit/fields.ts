import { objectOf } from '../../functions/shared/input/json-object.ts';

/** The fields of anything: none of what is no object. */
export const fieldsOf = (value: unknown): Record<string, unknown> => objectOf(value) ?? {};

/** The objects of a list: none of what is no list. */
export const recordsOf = (value: unknown): Record<string, unknown>[] => (Array.isArray(value) ? value.map(fieldsOf) : []);
