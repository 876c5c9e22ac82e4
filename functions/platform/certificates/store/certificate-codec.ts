import { type Codec, list, optional, record, text, withDefault } from '../../../shared/store/codec.ts';
import type { Authorities, Authority, Issued } from '../model/authorities.ts';

// Errors of codecs name the field and never its value: half of these are private keys.
const authority = record<Authority>({ id: text, madeAt: text, certificate: text, key: text });
const authorities = record<Authorities>({
  signing: authority,
  next: optional(authority),
  previous: optional(record<{ certificate: string }>({ certificate: text })),
});
const issued: Codec<Issued> = record<Issued>({
  certificate: text,
  key: text,
  authorities: text,
  issuedBy: text,
  issuedAt: text,
  dnsNames: withDefault(list(text), []),
});

/** The authorities in a secret's JSON; undefined in a new secret. @throws {PermanentFault} when they cannot be read */
export const authoritiesOf = (stored: Record<string, unknown>): Authorities | undefined =>
  stored.signing === undefined ? undefined : authorities(stored, 'authorities');

/** What a secret's JSON says was issued; undefined in a new secret. @throws {PermanentFault} when it cannot be read */
export const issuedOf = (stored: Record<string, unknown>): Issued | undefined =>
  stored.certificate === undefined ? undefined : issued(stored, 'issued');
