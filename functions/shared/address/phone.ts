/**
 * A telephone number in E.164 form: a plus, the country and the number, 7 to 15 digits. Spaces, hyphens, dots and brackets, with
 * which people write numbers, are left out. Undefined when it is none. Whether the number is assigned is not checked: numbering plans
 * change every month.
 */
export function e164(typed: string): string | undefined {
  const compact = typed.replaceAll(/[\s\p{Dash_Punctuation}.()]/gu, '');
  return e164Pattern.test(compact) ? compact : undefined;
}

/** https://www.itu.int/rec/T-REC-E.164: at most 15 digits, and no country's code begins with 0. */
const e164Pattern = /^\+[1-9][0-9]{6,14}$/;
