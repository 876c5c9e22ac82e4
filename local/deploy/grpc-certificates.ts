import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type CertificateRequest, issueCertificate, makeAuthority } from '../../functions/platform/certificates/model/x509.ts';
import { type GrpcServiceName, grpcServerName } from '../../infra/grpc-addresses.ts';
import { perService } from './grpc-services.ts';

/** The paths of a certificate, its private key and the authority's certificate: PEM files. */
export type CertificateFiles = { certificate: string; key: string; authority: string };

/** The certificates of both sides of a gRPC connection: the services, and everybody who calls them. */
export type GrpcCertificates = Record<GrpcServiceName | 'caller', CertificateFiles>;

/** A local system lives for hours. Its certificates are worthless soon after. */
const days = 7;
/** Tools that call by address check that the certificate names it. */
const thisMachine = { dnsNames: ['localhost'], addresses: ['127.0.0.1'] };

/**
 * Creates a certificate authority for one local system, and certificates like those that infra/ issues on AWS. Nobody keeps the
 * authority's key. Creates `folder`; only the owner can read the private keys.
 */
export async function makeGrpcCertificates(folder: string, now: string): Promise<GrpcCertificates> {
  mkdirSync(folder, { recursive: true });
  const authority = await makeAuthority({ now, days });
  const authorityFile = join(folder, 'ca.pem');
  writeFileSync(authorityFile, authority.certificate);

  async function issue(name: string, request: Pick<CertificateRequest, 'dnsNames' | 'addresses' | 'usages'>) {
    const { certificate, key } = await issueCertificate({ authority, name, now, days, ...request });
    const files = { certificate: join(folder, `${name}.pem`), key: join(folder, `${name}-key.pem`), authority: authorityFile };
    writeFileSync(files.certificate, certificate);
    writeFileSync(files.key, key, { mode: 0o600 });
    return files;
  }

  const ofServices = await perService((service) =>
    issue(service, {
      ...thisMachine,
      dnsNames: [grpcServerName(service), ...thisMachine.dnsNames],
      // The other services ask Auth who their caller is.
      usages: service === 'auth' ? ['server'] : ['server', 'client'],
    }),
  );
  return { ...ofServices, caller: await issue('caller', { dnsNames: [], usages: ['client'] }) };
}
