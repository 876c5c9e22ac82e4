import type { CertificateUsage } from './x509.ts';

/** A certificate that somebody needs, and the secret to leave it in. */
export type Wanted = { name: string; secretArn: string; dnsNames: string[]; usages: CertificateUsage[] };

/** Reads the list that the deployment gives to the job as JSON. @throws when it is not one */
export function wantedCertificates(json: string): Wanted[] {
  const listed: unknown = JSON.parse(json);
  if (!Array.isArray(listed) || !listed.every(isWanted)) throw new TypeError('CERTIFICATES lists no certificates');
  return listed;
}

const isTexts = (value: unknown) => Array.isArray(value) && value.every((entry) => typeof entry === 'string');

function isWanted(value: unknown): value is Wanted {
  const { name, secretArn, dnsNames, usages }: Record<string, unknown> = { ...(typeof value === 'object' && value) };
  return (
    typeof name === 'string' &&
    typeof secretArn === 'string' &&
    isTexts(dnsNames) &&
    Array.isArray(usages) &&
    usages.every((usage) => usage === 'server' || usage === 'client')
  );
}
