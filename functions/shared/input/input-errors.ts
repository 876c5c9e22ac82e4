import type { InputError } from '../rest/answer.ts';
import { pointerPart, shownPointer } from './text.ts';

/** One complaint of a generated validator. */
export type SchemaError = { instancePath: string; keyword: string; message?: string; params?: Record<string, unknown> };

const maxErrors = 20;

/** The complaints of a validator as JSON pointers and words; a missing or unknown field is named in its path. */
export function inputErrors(errors: readonly SchemaError[] | null | undefined): InputError[] {
  return (errors ?? []).slice(0, maxErrors).map(({ instancePath, message, params }) => {
    const field = params?.missingProperty ?? params?.additionalProperty ?? params?.unevaluatedProperty;
    const place = typeof field === 'string' ? `${instancePath}${pointerPart(field)}` : instancePath;
    return { path: shownPointer(place), message: message ?? 'is not valid' };
  });
}
