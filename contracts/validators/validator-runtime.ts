/** Length of a text in code points, as JSON Schema counts it. */
export function codePointLength(text: string): number {
  let length = 0;
  for (const _ of text) length += 1;
  return length;
}

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** A UUID in its plain form, in upper or lower case. The prefix `urn:uuid:` is refused. */
export const isUuidText = (text: string): boolean => uuid.test(text);

const dateTime = /^(\d{4}-\d\d-\d\d)T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/;

/** A date and time of RFC 3339 that exists in the calendar. Leap seconds are refused, since `Date` has none. */
export function isDateTimeText(text: string): boolean {
  const day = dateTime.exec(text)?.[1];
  if (day === undefined) return false;
  // `Date` moves 30 February into March instead of refusing it.
  const midnight = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(midnight.getTime()) && midnight.toISOString().startsWith(day);
}

const email =
  /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*@(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/i;

/** An e-mail address without quoting, comments or IP addresses. */
export const isEmailText = (text: string): boolean => email.test(text);

const decimalInteger = /^-?\d{1,16}$/;

/** The number that a decimal integer stands for; any other value as it is, so that its schema refuses it. */
export const numberOfText = (value: unknown): unknown =>
  typeof value === 'string' && decimalInteger.test(value) ? Number(value) : value;
