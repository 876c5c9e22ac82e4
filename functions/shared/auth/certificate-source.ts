import { readFile } from 'node:fs/promises';
import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { awsCalls } from '../aws-calls.ts';
import { environment } from '../environment.ts';

/** What one side of a mutual TLS connection needs, all PEM. `authorities` is one text and may hold several certificates. */
export type Certificates = { certificate: string; key: string; authorities: string };

/** Reads the certificates as they are now: nothing is kept, since they are issued anew while the process runs. */
export type CertificateSource = () => Promise<Certificates>;

/**
 * Where this process finds its certificates: undefined when `<prefix>` is `off`, and it speaks plaintext. Else the three files that
 * `<prefix>_CERT_FILE`, `_KEY_FILE` and `_CA_FILE` name, or the secret of `<prefix>_SECRET_ARN`: the JSON of {@link Certificates}.
 * @throws when the settings name no place, or `<prefix>` is neither `mutual`, the default, nor `off`
 */
export function certificateSource(prefix: 'GRPC_TLS' | 'AUTH_TLS'): CertificateSource | undefined {
  const mode = process.env[prefix] ?? 'mutual';
  if (mode === 'off') return undefined;
  if (mode !== 'mutual') throw new Error(`${prefix} is ${mode}, neither mutual nor off`);
  const secretArn = process.env[`${prefix}_SECRET_ARN`];
  if (secretArn !== undefined && secretArn !== '') return () => certificatesInSecret(secretArn);
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

async function certificatesInSecret(arn: string): Promise<Certificates> {
  const { SecretString = '' } = await new SecretsManagerClient(awsCalls).send(new GetSecretValueCommand({ SecretId: arn }));
  return certificatesOf(SecretString);
}

/** @throws without a word of the text itself: half of it is a private key */
export function certificatesOf(secretText: string): Certificates {
  const { certificate, key, authorities } = fieldsOf(secretText);
  if (!isPem(certificate) || !isPem(key) || !isPem(authorities)) {
    throw new Error('the secret does not hold certificate, key and authorities as PEM texts');
  }
  return { certificate, key, authorities };
}

function fieldsOf(text: string): Record<string, unknown> {
  try {
    return { ...JSON.parse(text) };
  } catch {
    return {};
  }
}

const isPem = (value: unknown): value is string => typeof value === 'string' && value.includes('-----BEGIN ');
