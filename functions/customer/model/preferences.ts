import type { InputError } from '../../../generated/rest/types.ts';
import type { ContactPreferences } from '../../../generated/shared.ts';

/** What is wrong with preferences beyond what the contract checks. SMS needs a telephone number. */
export function preferenceErrors({ channels, quietHours }: ContactPreferences, phone: string | undefined): InputError[] {
  const errors: InputError[] = [];
  if (channels.includes('sms') && phone === undefined) {
    errors.push({ path: '/preferences/channels', message: 'has sms, which takes a telephone number' });
  }
  if (quietHours !== undefined && !isTimeZone(quietHours.timeZone)) {
    errors.push({ path: '/preferences/quietHours/timeZone', message: 'must be an IANA time zone, such as Europe/Madrid' });
  }
  return errors;
}

/** Zones by their name: an offset such as +01:00 has no daylight saving time. */
function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return /^[A-Za-z]/.test(name);
  } catch {
    return false;
  }
}
