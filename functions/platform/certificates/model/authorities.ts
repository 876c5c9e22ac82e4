import type { KeyPair } from './x509.ts';

/** An authority under an id of ours. Times are ISO 8601 UTC. */
export type Authority = KeyPair & { id: string; madeAt: string };

/**
 * Who signs, and who is trusted beside it: the one that will sign next, which everybody must trust before it does, or the one that
 * signed before, as long as somebody may show a certificate of it. Of that one no key is left.
 */
export type Authorities = {
  signing: Authority;
  next?: Authority;
  previous?: { certificate: string };
};

/** What a service or its callers hold: their certificate and key, and the certificates of all authorities they trust. */
export type Issued = KeyPair & {
  /** PEM, one certificate after the other. */
  authorities: string;
  /** The id of the authority that signed it. */
  issuedBy: string;
  issuedAt: string;
  dnsNames: readonly string[];
};

/** What is due for the authorities. Certificates follow from it: see `isStale`. */
export type AuthorityStep = 'found' | 'announce' | 'switch' | 'retire' | 'keep';

const dayMs = 24 * 3600 * 1000;
/** Certificates are read again every few minutes; two days leave time to mend whoever could not. */
const overlapMs = 2 * dayMs;
const announceAfterMs = 180 * dayMs;
const renewAfterMs = 30 * dayMs;

/** Long enough that a successor can be late by a year. */
export const authorityDays = 730;
/** Three times as long as until it is renewed: a month of failed runs harms nobody. */
export const certificateDays = 90;

/**
 * The next step of create, announce, switch, retire. Nobody signs before all trust it, and nobody is forgotten before none uses it,
 * each for two days: that is read from what was issued, not from when a step was meant to be over, so a run that failed halfway
 * delays the next step and never leads to a peer that is not trusted.
 */
export function nextStep(
  authorities: Authorities | undefined,
  issued: readonly (Issued | undefined)[],
  now: string,
): AuthorityStep {
  if (authorities === undefined) return 'found';
  const { signing, next, previous } = authorities;
  const settled = (isSo: (held: Issued) => boolean) =>
    issued.every((held) => held !== undefined && isSo(held) && ageMs(held.issuedAt, now) >= overlapMs);
  if (next !== undefined) return settled((held) => held.authorities.includes(next.certificate.trim())) ? 'switch' : 'keep';
  if (previous !== undefined) return settled((held) => held.issuedBy === signing.id) ? 'retire' : 'keep';
  return ageMs(signing.madeAt, now) >= announceAfterMs ? 'announce' : 'keep';
}

/** The authorities after a step; `fresh` is a new one, for the steps that take it. */
export function take(step: AuthorityStep, authorities: Authorities | undefined, fresh: Authority): Authorities {
  if (authorities === undefined || step === 'found') return { signing: fresh };
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

/** All authorities that are trusted, the signing one first: PEM, one certificate after the other. */
export function bundle({ signing, next, previous }: Authorities): string {
  return [signing, next, previous].flatMap((authority) => authority?.certificate.trim() ?? []).join('\n');
}

/** Whether it must be issued anew: missing, old, of another authority, or trusting others than it should. */
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
