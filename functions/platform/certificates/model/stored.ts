import type { Authorities, Authority, Issued } from './authorities.ts';

type Fields = Record<string, unknown>;

/** The authorities in a secret's JSON; undefined in one that was only just made. @throws when there are some that cannot be read */
export function authoritiesOf(stored: Fields): Authorities | undefined {
  const { signing, next, previous } = stored;
  if (signing === undefined) return undefined;
  return {
    signing: authorityOf(signing),
    ...(next !== undefined && { next: authorityOf(next) }),
    ...(previous !== undefined && { previous: { certificate: text(fields(previous), 'certificate') } }),
  };
}

/** What a secret's JSON says was issued; undefined in one that was only just made. @throws when it cannot be read */
export function issuedOf(stored: Fields): Issued | undefined {
  if (stored.certificate === undefined) return undefined;
  return {
    certificate: text(stored, 'certificate'),
    key: text(stored, 'key'),
    authorities: text(stored, 'authorities'),
    issuedBy: text(stored, 'issuedBy'),
    issuedAt: text(stored, 'issuedAt'),
    dnsNames: Array.isArray(stored.dnsNames) ? stored.dnsNames.map(String) : [],
  };
}

function authorityOf(stored: unknown): Authority {
  const found = fields(stored);
  return {
    id: text(found, 'id'),
    madeAt: text(found, 'madeAt'),
    certificate: text(found, 'certificate'),
    key: text(found, 'key'),
  };
}

const fields = (value: unknown): Fields => (typeof value === 'object' && value !== null ? { ...value } : {});

/** Names the field, and never says what stands there: half of these are private keys. */
function text(stored: Fields, name: string): string {
  const value = stored[name];
  if (typeof value !== 'string') throw new TypeError(`the stored ${name} is no text`);
  return value;
}
