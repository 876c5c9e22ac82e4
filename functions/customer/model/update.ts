import { isDeepStrictEqual } from 'node:util';
import type { CustomerPatch, InputError, PreferencesPatch } from '../../../generated/rest/types.ts';
import type { ContactPreferences } from '../../../generated/shared.ts';
import { e164 } from '../../shared/address/phone.ts';
import { type ChangedField, type Customer, type CustomerChange, notE164, updated } from './customer.ts';
import { preferenceErrors } from './preferences.ts';

export type Update =
  | { outcome: 'updated'; change: CustomerChange }
  /** The customer is like that already. */
  | { outcome: 'unchanged' }
  | { outcome: 'invalid'; errors: InputError[] };

/** A merge patch: what is left out stays, and `null` removes what may be absent. */
export function decideUpdate(customer: Customer, patch: CustomerPatch, at: string): Update {
  const phone = patch.phone == null ? undefined : e164(patch.phone);
  const next: Customer = {
    ...customer,
    ...(patch.email !== undefined && { email: patch.email.trim() }),
    ...(patch.name !== undefined && { name: patch.name.trim() }),
    ...(patch.phone !== undefined && { phone }),
    preferences: patchedPreferences(customer.preferences, patch.preferences),
  };
  const errors = [
    ...(patch.phone != null && phone === undefined ? [notE164] : []),
    ...preferenceErrors(next.preferences, next.phone),
  ];
  if (errors.length > 0) return { outcome: 'invalid', errors };
  const changes = changedFields(customer, next);
  return changes.length === 0 ? { outcome: 'unchanged' } : { outcome: 'updated', change: updated(next, changes, at) };
}

function patchedPreferences(before: ContactPreferences, patch: PreferencesPatch = {}): ContactPreferences {
  const { language = before.language, channels = before.channels } = patch;
  const quietHours = patch.quietHours === undefined ? before.quietHours : (patch.quietHours ?? undefined);
  return { language, channels, ...(quietHours !== undefined && { quietHours }) };
}

const fields = ['email', 'name', 'phone', 'preferences'] as const satisfies readonly ChangedField[];

/** The fields of the profile that differ, whether one is absent or another value. */
export const changedFields = (before: Customer, after: Customer): ChangedField[] =>
  fields.filter((field) => !isDeepStrictEqual(before[field], after[field]));
