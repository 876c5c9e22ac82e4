import { readFile } from 'node:fs/promises';
import { readSecretNow } from '../aws/secret.ts';
import { environment } from '../environment.ts';
import { jsonObject } from '../input/json-object.ts';

/** What one side of a mutual TLS connection needs, as PEM texts. `authorities` may hold several certificates. */
export type Certificates = { certificate: string; key: string; authorities: string };

/** Reads the certificates as they are now, since they are renewed while the process runs. */
export type CertificateSource = () => Promise<Certificates>;

/**
 * Where this process finds its certificates: in the secret of `<prefix>_SECRET_ARN`, which holds {@link Certificates} as JSON, or in
 * the files of `<prefix>_CERT_FILE`, `_KEY_FILE` and `_CA_FILE`. Undefined when `<prefix>` is `off`, which means plaintext.
 * @throws when the settings are incomplete, or `<prefix>` is neither `mutual`, the default, nor `off`
 */
export function certificateSource(prefix: 'GRPC_TLS' | 'AUTH_TLS'): CertificateSource | undefined {
  const mode = process.env[prefix] ?? 'mutual';
  if (mode === 'off') return undefined;
  if (mode !== 'mutual') throw new Error(`${prefix} is ${mode}, neither mutual nor off`);
  const secretArn = process.env[`${prefix}_SECRET_ARN`];
  if (secretArn !== undefined && secretArn !== '') return async () => certificatesOf(await readSecretNow(secretArn));
  const files = {
    certificate: environment(`${prefix}_CERT_FILE`),
    key: environment(`${prefix}_KEY_FILE`),
    authorities: environment(`${prefix}_CA_FILE`),
  };
  return () => certificatesInFiles(files);
}

async function certificatesInFiles(files: Certificates): Promise<Certificates> {
  const [certificate, key, authorities] = await Promise.all([
    readFile(files.certificate, 'utf8'),
    readFile(files.key, 'utf8'),
    readFile(files.authorities, 'utf8'),
  ]);
  return { certificate, key, authorities };
}

/** Reads a secret's text. @throws without quoting it, since it holds a private key */
export function certificatesOf(secretText: string): Certificates {
  const { certificate, key, authorities } = jsonObject(secretText) ?? {};
  if (!isPem(certificate) || !isPem(key) || !isPem(authorities)) {
    throw new Error('the secret does not hold certificate, key and authorities as PEM texts');
  }
  return { certificate, key, authorities };
}

const isPem = (value: unknown): value is string => typeof value === 'string' && value.includes('-----BEGIN ');
