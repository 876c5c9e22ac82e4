import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type CertificateRequest, issueCertificate, makeAuthority } from '../../functions/platform/certificates/model/x509.ts';
import { type GrpcServiceName, grpcServerName } from '../../infra/grpc-addresses.ts';

/** The paths of a certificate, its private key and the authority's certificate: PEM files. */
export type CertificateFiles = { certificate: string; key: string; authority: string };

/** What each side of a gRPC connection shows: both services, and whoever calls them. */
export type GrpcCertificates = Record<GrpcServiceName | 'caller', CertificateFiles>;

/** A world lives for hours; a certificate that outlives it should not do so for long. */
const days = 7;
/** Tools that call by address check that the certificate names it. */
const here = { dnsNames: ['localhost'], addresses: ['127.0.0.1'] };

/**
 * Makes an authority for one world, and certificates as infra/ has them issued on AWS. The authority's key is kept nowhere. `folder` is
 * made; keys are readable by their owner alone.
 */
export async function makeGrpcCertificates(folder: string, now: string): Promise<GrpcCertificates> {
  mkdirSync(folder, { recursive: true });
  const authority = await makeAuthority({ now, days });
  const authorityFile = join(folder, 'ca.pem');
  writeFileSync(authorityFile, authority.certificate);

  async function issue(name: string, wanted: Pick<CertificateRequest, 'dnsNames' | 'addresses' | 'usages'>) {
    const { certificate, key } = await issueCertificate({ authority, name, now, days, ...wanted });
    const files = { certificate: join(folder, `${name}.pem`), key: join(folder, `${name}-key.pem`), authority: authorityFile };
    writeFileSync(files.certificate, certificate);
    writeFileSync(files.key, key, { mode: 0o600 });
    return files;
  }

  const named = (service: GrpcServiceName) => ({ ...here, dnsNames: [grpcServerName(service), ...here.dnsNames] });
  return {
    auth: await issue('auth', { ...named('auth'), usages: ['server'] }),
    // Inventory asks Auth who calls.
    inventory: await issue('inventory', { ...named('inventory'), usages: ['server', 'client'] }),
    caller: await issue('caller', { dnsNames: [], usages: ['client'] }),
  };
}
