import { once } from 'node:events';
import { connect } from 'node:net';
import { connect as connectTls, type TLSSocket } from 'node:tls';
import { credentials, status } from '@grpc/grpc-js';
import { afterEach, describe, expect, it } from 'vitest';
import { issueCertificate, type KeyPair, makeAuthority } from '../../functions/platform/certificates/model/x509.ts';
import type { Certificates } from '../../functions/shared/auth/certificate-source.ts';
import { clientCredentials, echoClient } from '../../tests/kit/grpc/echo-client.ts';
import { echoService } from '../../tests/kit/grpc/echo-service.ts';
import { Health } from './health.ts';
import { startGrpcServer } from './server.ts';

const now = new Date().toISOString();
const authority = await makeAuthority({ now, days: 1 });
const foreignAuthority = await makeAuthority({ now, days: 1 });

async function issued(by: KeyPair, usage: 'server' | 'client', trusts: KeyPair[], days = 1): Promise<Certificates> {
  const pair = await issueCertificate({
    authority: by,
    name: 'test',
    dnsNames: usage === 'server' ? ['localhost'] : [],
    addresses: usage === 'server' ? ['127.0.0.1'] : [],
    usages: [usage],
    now,
    days,
  });
  return { ...pair, authorities: trusts.map(({ certificate }) => certificate).join('\n') };
}
const ofServer = await issued(authority, 'server', [authority]);
const ofClient = await issued(authority, 'client', [authority]);

const opened: { close(): unknown }[] = [];
afterEach(async () => {
  for (const one of opened.splice(0).reverse()) await one.close();
});

async function start(handshakeMs = 5000) {
  const source = { certificates: ofServer };
  const health = new Health();
  const server = await startGrpcServer({
    host: '127.0.0.1',
    port: 0,
    health,
    services: [echoService()],
    reflection: false,
    certificates: async () => source.certificates,
    certificateCheckMs: 20,
    limits: { handshakeMs },
  });
  opened.push({ close: () => server.drain(50) });
  const clientWith = (channel = clientCredentials(ofClient)) => {
    const client = echoClient(`localhost:${server.port}`, channel);
    opened.push(client);
    return client;
  };
  return { source, health, port: server.port, clientWith };
}

/** The certificate that a new connection meets. */
async function shownAt(port: number): Promise<string> {
  const socket: TLSSocket = connectTls({
    port,
    host: 'localhost',
    cert: ofClient.certificate,
    key: ofClient.key,
    rejectUnauthorized: false,
    ALPNProtocols: ['h2'],
  });
  await once(socket, 'secureConnect');
  const { fingerprint256 } = socket.getPeerCertificate();
  socket.destroy();
  return fingerprint256;
}

describe('mutual TLS', () => {
  it('lets in who shows a certificate of ours', async () => {
    const { clientWith } = await start();
    expect(await clientWith().call('say', 'hello')).toBe('hello');
  });

  it.each([
    ['no certificate', () => credentials.createSsl(Buffer.from(authority.certificate))],
    ['a certificate of another authority', async () => clientCredentials(await issued(foreignAuthority, 'client', [authority]))],
    ['a server’s certificate', () => clientCredentials(ofServer)],
    ['plaintext', () => credentials.createInsecure()],
  ])('refuses %s', async (_what, channel) => {
    const { clientWith } = await start();
    const refused = clientWith(await channel());
    await expect(refused.call('say', 'hello', 1500)).rejects.toMatchObject({
      code: expect.toBeOneOf([status.UNAVAILABLE, status.DEADLINE_EXCEEDED]),
    });
    expect(await clientWith().call('say', 'hello')).toBe('hello');
  });

  it('refuses TLS older than 1.2', async () => {
    const { port } = await start();
    const { certificate: cert, key, authorities: ca } = ofClient;
    const socket = connectTls({
      port,
      host: 'localhost',
      cert,
      key,
      ca,
      minVersion: 'TLSv1',
      maxVersion: 'TLSv1.1',
      ciphers: 'ALL:@SECLEVEL=0',
    });
    await expect(once(socket, 'secureConnect')).rejects.toThrow();
  });

  it('closes a connection that does not come to an end with its handshake', async () => {
    const { port } = await start(100);
    const startedAt = performance.now();
    const socket = connect(port, 'localhost');
    socket.resume();
    await once(socket, 'close');
    expect(performance.now() - startedAt).toBeLessThan(3000);
  });
});

describe('new certificates', () => {
  it('are shown to new connections while the old ones go on', async () => {
    const { source, port, clientWith } = await start();
    const before = clientWith();
    await before.call('say', 'x');
    const shown = await shownAt(port);
    source.certificates = await issued(authority, 'server', [authority]);
    await expect.poll(() => shownAt(port)).not.toBe(shown);
    expect(await before.call('say', 'still here')).toBe('still here');
    expect(await clientWith().call('say', 'new')).toBe('new');
  });

  it('of a new authority are trusted from then on, and the old ones no more when it is gone', async () => {
    const { source, clientWith } = await start();
    const ofNextClient = await issued(foreignAuthority, 'client', [authority, foreignAuthority]);
    const callAsNext = () =>
      clientWith(clientCredentials(ofNextClient))
        .call('say', 'x', 1000)
        .catch(() => 'refused');
    expect(await callAsNext()).toBe('refused');
    source.certificates = { ...ofServer, authorities: `${authority.certificate}\n${foreignAuthority.certificate}` };
    await expect.poll(callAsNext, { timeout: 5000 }).toBe('x');
    expect(await clientWith().call('say', 'x')).toBe('x');
    source.certificates = await issued(foreignAuthority, 'server', [foreignAuthority]);
    const trustsBoth = { ...ofClient, authorities: ofNextClient.authorities };
    await expect
      .poll(
        () =>
          clientWith(clientCredentials(trustsBoth))
            .call('say', 'x', 1000)
            .catch(() => 'refused'),
        { timeout: 5000 },
      )
      .toBe('refused');
    expect(await callAsNext()).toBe('x');
  });

  it('that do not work change nothing', async () => {
    const { source, port, clientWith, health } = await start();
    const shown = await shownAt(port);
    source.certificates = { ...ofServer, key: ofClient.key };
    await new Promise((resolve) => setTimeout(resolve, 100));
    source.certificates = { ...ofServer, certificate: 'nonsense' };
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(await shownAt(port)).toBe(shown);
    expect(await clientWith().call('say', 'x')).toBe('x');
    expect(health.isServing).toBe(true);
  });

  it('that came too late make the process say NOT_SERVING', async () => {
    const { source, health } = await start();
    const yesterday = new Date(Date.now() - 2 * 24 * 3600 * 1000).toISOString();
    source.certificates = {
      ...(await issueCertificate({
        authority,
        name: 'old',
        dnsNames: ['localhost'],
        usages: ['server'],
        now: yesterday,
        days: 1,
      })),
      authorities: authority.certificate,
    };
    await expect.poll(() => health.reasons.join()).toMatch(/^certificates: expired/);
    source.certificates = ofServer;
    await expect.poll(() => health.isServing).toBe(true);
  });
});
