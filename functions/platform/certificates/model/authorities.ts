import type { KeyPair } from './x509.ts';

/** An authority with an id of ours. Times are ISO 8601 UTC. */
export type Authority = KeyPair & { id: string; madeAt: string };

/**
 * The authority that signs, and the others that are trusted: the one that will sign next, which every peer has to trust before it does,
 * or the one that signed before, as long as a peer may still use a certificate of it. The previous one's key is not kept.
 */
export type Authorities = {
  signing: Authority;
  next?: Authority;
  previous?: { certificate: string };
};

/** What a service or its callers use: their certificate and key, and the certificates of all authorities that they trust. */
export type Issued = KeyPair & {
  /** PEM, one certificate after the other. */
  authorities: string;
  /** The id of the authority that signed it. */
  issuedBy: string;
  issuedAt: string;
  dnsNames: readonly string[];
};

/** What is due for the authorities. Which certificates are due follows from it: see `isStale`. */
export type AuthorityStep = 'create' | 'announce' | 'switch' | 'retire' | 'keep';

const dayMs = 24 * 3600 * 1000;
/** Certificates are read again every few minutes. Two days leave time to repair a peer that could not. */
const overlapMs = 2 * dayMs;
const announceAfterMs = 180 * dayMs;
const renewAfterMs = 30 * dayMs;

/** So long that a successor may be a year late. */
export const authorityDays = 730;
/** Three times the time until it is renewed, so that a month of failed runs does no harm. */
export const certificateDays = 90;

/**
 * The next of the steps create, announce, switch and retire. No authority signs before all peers have trusted it for two days, and none
 * is retired before no peer has used it for two days. That is read from what was issued, not from a schedule: a run that failed halfway
 * delays the next step and never leads to a peer that is not trusted.
 */
export function nextStep(
  authorities: Authorities | undefined,
  issued: readonly (Issued | undefined)[],
  now: string,
): AuthorityStep {
  if (authorities === undefined) return 'create';
  const { signing, next, previous } = authorities;
  const holdsForAll = (isSo: (held: Issued) => boolean) =>
    issued.every((held) => held !== undefined && isSo(held) && ageMs(held.issuedAt, now) >= overlapMs);
  if (next !== undefined) return holdsForAll((held) => held.authorities.includes(next.certificate.trim())) ? 'switch' : 'keep';
  if (previous !== undefined) return holdsForAll((held) => held.issuedBy === signing.id) ? 'retire' : 'keep';
  return ageMs(signing.madeAt, now) >= announceAfterMs ? 'announce' : 'keep';
}

/** The authorities after a step. `fresh` is a new authority, for the steps that need one. */
export function afterStep(step: AuthorityStep, authorities: Authorities | undefined, fresh: Authority): Authorities {
  if (authorities === undefined || step === 'create') return { signing: fresh };
  const { signing, next } = authorities;
  switch (step) {
    case 'announce':
      return { signing, next: fresh };
    case 'switch':
      return next === undefined ? authorities : { signing: next, previous: { certificate: signing.certificate } };
    case 'retire':
      return { signing };
    case 'keep':
      return authorities;
  }
}

/** All trusted authorities, the signing one first: PEM, one certificate after the other. */
export function bundle({ signing, next, previous }: Authorities): string {
  return [signing, next, previous].flatMap((authority) => authority?.certificate.trim() ?? []).join('\n');
}

/** Whether a certificate has to be issued again: it is missing or old, of another authority, or trusts others than it should. */
export function isStale(held: Issued | undefined, dnsNames: readonly string[], authorities: Authorities, now: string): boolean {
  return (
    held === undefined ||
    held.issuedBy !== authorities.signing.id ||
    held.authorities !== bundle(authorities) ||
    held.dnsNames.join() !== dnsNames.join() ||
    ageMs(held.issuedAt, now) >= renewAfterMs
  );
}

const ageMs = (since: string, now: string) => Date.parse(now) - Date.parse(since);
