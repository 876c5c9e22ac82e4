import { X509Certificate } from 'node:crypto';
import type { CertificateSource, Certificates } from '../../functions/shared/auth/certificate-source.ts';
import { causeText } from '../../functions/shared/faults.ts';
import { log } from '../../functions/shared/log.ts';
import type { Health } from './health.ts';

export type Renewal = {
  read: CertificateSource;
  /** What is in use. */
  current: Certificates;
  replace(certificates: Certificates): void;
  health: Health;
  everyMs: number;
};

/**
 * Reads the certificates again and again and puts new ones in use. New ones that cannot be read or do not work change nothing: those
 * in use go on, and only when they expire is the process NOT_SERVING. Ends when the process drains.
 */
export function renewCertificates({ read, current, replace, health, everyMs }: Renewal): void {
  let used = current;
  const renew = async () => {
    try {
      const found = await read();
      if (!isSame(found, used)) {
        replace(found);
        used = found;
        log.info('certificates replaced', { validTo: validTo(used) });
      }
    } catch (thrown) {
      log.warn('certificates not replaced', { cause: causeText(thrown) });
    }
    health.set('certificates', Date.parse(validTo(used)) <= Date.now() ? `expired at ${validTo(used)}` : undefined);
  };
  const timer = setInterval(() => void renew(), everyMs);
  timer.unref();
  health.draining.addEventListener('abort', () => clearInterval(timer));
}

const isSame = (one: Certificates, other: Certificates) =>
  one.certificate === other.certificate && one.key === other.key && one.authorities === other.authorities;

const validTo = ({ certificate }: Certificates): string => new X509Certificate(certificate).validTo;
