import './reflect-metadata.ts';
import { webcrypto } from 'node:crypto';
import {
  AuthorityKeyIdentifierExtension,
  BasicConstraintsExtension,
  ExtendedKeyUsage,
  ExtendedKeyUsageExtension,
  type Extension,
  KeyUsageFlags,
  KeyUsagesExtension,
  PemConverter,
  SubjectAlternativeNameExtension,
  SubjectKeyIdentifierExtension,
  X509Certificate,
  X509CertificateGenerator,
} from '@peculiar/x509';

/** A certificate and its private key (PKCS #8), both PEM. */
export type KeyPair = { certificate: string; key: string };

export type CertificateRequest = {
  /** The authority that signs it. */
  authority: KeyPair;
  /** The common name, for people who read logs. It gives no right. */
  name: string;
  /** The names of a server, which callers check. */
  dnsNames: readonly string[];
  /** IP addresses under which callers may reach it. */
  addresses?: readonly string[];
  usages: readonly CertificateUsage[];
  /** ISO 8601 UTC. */
  now: string;
  days: number;
};

export type CertificateUsage = 'server' | 'client';

const curve = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const;
const dayMs = 24 * 3600 * 1000;
/** A peer whose clock is slow still accepts a certificate that has just been issued. */
const backdatedMs = 5 * 60_000;
const extendedUsages = { server: ExtendedKeyUsage.serverAuth, client: ExtendedKeyUsage.clientAuth };

/** A certificate authority that signs end certificates only (RFC 5280). Its name is unique, so that two in one bundle can be distinguished. */
export async function makeAuthority({ now, days }: { now: string; days: number }): Promise<KeyPair> {
  const keys = await newKeys();
  const certificate = await X509CertificateGenerator.createSelfSigned({
    name: [{ O: ['Lonja'] }, { CN: [`gRPC authority ${now}`] }],
    ...validity(now, days),
    serialNumber: serialNumber(),
    signingAlgorithm: curve,
    keys,
    extensions: [
      new BasicConstraintsExtension(true, 0, true),
      new KeyUsagesExtension(KeyUsageFlags.keyCertSign | KeyUsageFlags.cRLSign, true),
      await SubjectKeyIdentifierExtension.create(keys.publicKey),
    ],
  });
  return { certificate: certificate.toString('pem'), key: await privatePem(keys) };
}

/** A new key with a certificate signed by `authority`. Rejects when the authority's key or certificate cannot be read. */
export async function issueCertificate({ authority, name, now, days, ...request }: CertificateRequest): Promise<KeyPair> {
  const issuer = new X509Certificate(authority.certificate);
  const keys = await newKeys();
  const certificate = await X509CertificateGenerator.create({
    subject: [{ O: ['Lonja'] }, { CN: [name] }],
    issuer: issuer.subject,
    ...validity(now, days),
    serialNumber: serialNumber(),
    signingAlgorithm: curve,
    publicKey: keys.publicKey,
    signingKey: await signingKey(authority.key),
    extensions: [
      ...endExtensions(request),
      await AuthorityKeyIdentifierExtension.create(issuer),
      await SubjectKeyIdentifierExtension.create(keys.publicKey),
    ],
  });
  return { certificate: certificate.toString('pem'), key: await privatePem(keys) };
}

function endExtensions({
  dnsNames,
  addresses = [],
  usages,
}: Pick<CertificateRequest, 'dnsNames' | 'addresses' | 'usages'>): Extension[] {
  const names = [
    ...dnsNames.map((value) => ({ type: 'dns', value }) as const),
    ...addresses.map((value) => ({ type: 'ip', value }) as const),
  ];
  return [
    new BasicConstraintsExtension(false, undefined, true),
    new KeyUsagesExtension(KeyUsageFlags.digitalSignature, true),
    new ExtendedKeyUsageExtension(usages.map((usage) => extendedUsages[usage])),
    ...(names.length > 0 ? [new SubjectAlternativeNameExtension(names)] : []),
  ];
}

const newKeys = () => webcrypto.subtle.generateKey(curve, true, ['sign', 'verify']);

const signingKey = (pem: string) => webcrypto.subtle.importKey('pkcs8', PemConverter.decodeFirst(pem), curve, false, ['sign']);

const privatePem = async ({ privateKey }: webcrypto.CryptoKeyPair) =>
  `${PemConverter.encode(await webcrypto.subtle.exportKey('pkcs8', privateKey), 'PRIVATE KEY')}\n`;

const validity = (now: string, days: number) => ({
  notBefore: new Date(Date.parse(now) - backdatedMs),
  notAfter: new Date(Date.parse(now) + days * dayMs),
});

/** 126 random bits. The first byte keeps the number positive and at full length. */
function serialNumber(): string {
  const bytes = webcrypto.getRandomValues(Buffer.alloc(16));
  return bytes.fill((bytes.readUInt8(0) & 0x3f) | 0x40, 0, 1).toString('hex');
}
