import { X509Certificate } from 'node:crypto';
import { once } from 'node:events';
import { connect, createServer, type TLSSocket } from 'node:tls';
import { describe, expect, it } from 'vitest';
import { type CertificateUsage, issueCertificate, type KeyPair, makeAuthority } from './x509.ts';

const now = new Date().toISOString();
const issue = (authority: KeyPair, usages: CertificateUsage[], dnsNames: string[] = []) =>
  issueCertificate({ authority, name: 'auth', dnsNames, addresses: dnsNames.map(() => '127.0.0.1'), usages, now, days: 90 });

describe('an authority', () => {
  it('signs end certificates and no further authority', async () => {
    const { certificate, key } = await makeAuthority({ now, days: 730 });
    const parsed = new X509Certificate(certificate);
    expect(parsed.ca).toBe(true);
    expect(parsed.verify(parsed.publicKey)).toBe(true);
    expect(key).toMatch(/^-----BEGIN PRIVATE KEY-----\n/);
    const leaf = new X509Certificate((await issue({ certificate, key }, ['server'])).certificate);
    expect(leaf.ca).toBe(false);
    expect(leaf.checkIssued(parsed)).toBe(true);
    expect(leaf.verify(parsed.publicKey)).toBe(true);
  });

  it('is valid from five minutes ago, for as many days as requested', async () => {
    const { certificate } = await makeAuthority({ now: '2026-11-01T12:00:00.000Z', days: 10 });
    const { validFromDate, validToDate } = new X509Certificate(certificate);
    expect(validFromDate.toISOString()).toBe('2026-11-01T11:55:00.000Z');
    expect(validToDate.toISOString()).toBe('2026-11-11T12:00:00.000Z');
  });

  it('has a unique name and serial number', async () => {
    const earlier = new X509Certificate((await makeAuthority({ now: '2026-11-01T12:00:00.000Z', days: 1 })).certificate);
    const later = new X509Certificate((await makeAuthority({ now, days: 1 })).certificate);
    expect(earlier.subject).not.toBe(later.subject);
    expect(earlier.serialNumber).not.toBe(later.serialNumber);
  });
});

describe('mutual TLS with issued certificates', () => {
  it('works between peers that trust the same authority', async () => {
    const authority = await makeAuthority({ now, days: 1 });
    const server = await issue(authority, ['server'], ['auth.grpc.lonja.internal']);
    const outcome = await handshake(server, await issue(authority, ['client']), [authority], [authority]);
    expect(outcome).toBe('authorized');
  });

  it('refuses the client of a foreign authority, and a server certificate used as a client', async () => {
    const authority = await makeAuthority({ now, days: 1 });
    const foreign = await makeAuthority({ now, days: 1 });
    const server = await issue(authority, ['server'], ['auth.grpc.lonja.internal']);
    expect(await handshake(server, await issue(foreign, ['client']), [authority], [authority])).toMatch(/^refused/);
    expect(await handshake(server, server, [authority], [authority])).toMatch(/^refused/);
    expect(await handshake(server, await issue(authority, ['client']), [authority], [foreign])).toMatch(/^refused/);
  });

  it('continues while an authority is replaced by another and both are trusted', async () => {
    const old = await makeAuthority({ now: '2026-01-01T00:00:00.000Z', days: 730 });
    const fresh = await makeAuthority({ now, days: 730 });
    const server = await issue(fresh, ['server'], ['auth.grpc.lonja.internal']);
    const client = await issue(old, ['client']);
    expect(await handshake(server, client, [old, fresh], [old, fresh])).toBe('authorized');
  });
});

/** Whether a client and a server with these certificates, each trusting these authorities, can connect. */
async function handshake(server: KeyPair, client: KeyPair, serverTrusts: KeyPair[], clientTrusts: KeyPair[]): Promise<string> {
  const bundle = (authorities: KeyPair[]) => authorities.map(({ certificate }) => certificate).join('\n');
  const listening = createServer({
    cert: server.certificate,
    key: server.key,
    ca: bundle(serverTrusts),
    requestCert: true,
    rejectUnauthorized: true,
  });
  const taken = new Promise<string>((resolve) => {
    listening.on('secureConnection', (socket: TLSSocket) => {
      resolve(socket.authorized ? 'authorized' : 'refused');
      socket.end();
    });
    listening.on('tlsClientError', ({ message }) => resolve(`refused: ${message}`));
  });
  listening.listen(0, '127.0.0.1');
  await once(listening, 'listening');
  const address = listening.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const socket = connect({
    port: address.port,
    host: '127.0.0.1',
    servername: 'auth.grpc.lonja.internal',
    cert: client.certificate,
    key: client.key,
    ca: bundle(clientTrusts),
  });
  socket.on('error', () => undefined);
  const outcome = await taken;
  socket.destroy();
  listening.close();
  return outcome;
}
