import { objectOf } from '../../../shared/input/json-object.ts';
import type { CertificateUsage } from './x509.ts';

/** A certificate to issue, and the secret to store it in. */
export type Wanted = { name: string; secretArn: string; dnsNames: string[]; usages: CertificateUsage[] };

/** Reads the list that the deployment passes to the job as JSON. @throws {TypeError} when it is not such a list */
export function wantedCertificates(json: string): Wanted[] {
  const listed: unknown = JSON.parse(json);
  if (!Array.isArray(listed) || !listed.every(isWanted)) throw new TypeError('CERTIFICATES lists no certificates');
  return listed;
}

const isTexts = (value: unknown) => Array.isArray(value) && value.every((entry) => typeof entry === 'string');

function isWanted(value: unknown): value is Wanted {
  const { name, secretArn, dnsNames, usages }: Record<string, unknown> = objectOf(value) ?? {};
  return (
    typeof name === 'string' &&
    typeof secretArn === 'string' &&
    isTexts(dnsNames) &&
    Array.isArray(usages) &&
    usages.every((usage) => usage === 'server' || usage === 'client')
  );
}
