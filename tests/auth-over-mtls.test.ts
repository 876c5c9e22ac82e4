import { ServerCredentials } from '@grpc/grpc-js';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { issueCertificate, type KeyPair, makeAuthority } from '../functions/platform/certificates/model/x509.ts';
import { connectAuth } from '../functions/shared/auth/auth-client.ts';
import { AuthUnavailableError } from '../functions/shared/auth/auth-unavailable-error.ts';
import type { CertificateSource, Certificates } from '../functions/shared/auth/certificate-source.ts';
import { pep, startStubAuth, startStubTwin, verifiedPep } from './kit/stub-auth.ts';

const trace = { correlationId: 'correlation-1', traceparent: `00-${'a'.repeat(32)}-${'b'.repeat(16)}-01` };
const now = new Date().toISOString();
const serverName = 'auth.grpc.lonja.internal';

const ours = await makeAuthority({ now, days: 2 });
const foreign = await makeAuthority({ now, days: 2 });
const callerOf = async (authority: KeyPair, trusted = authority): Promise<Certificates> => ({
  ...(await issueCertificate({ authority, name: 'caller', dnsNames: [], usages: ['client'], now, days: 1 })),
  authorities: trusted.certificate,
});
const caller = await callerOf(ours);
const both = `${ours.certificate}\n${foreign.certificate}`;

const open: (() => unknown)[] = [];
afterEach(() => {
  vi.useRealTimers();
  for (const close of open.splice(0).reverse()) close();
});

type Service = { authority?: KeyPair; trusted?: string; name?: string; port?: number };

/** Auth as it is deployed: its own certificate, and a caller's asked for. */
async function serve({ authority = ours, trusted = authority.certificate, name = serverName, port = 0 }: Service = {}) {
  const { key, certificate } = await issueCertificate({ authority, name, dnsNames: [name], usages: ['server'], now, days: 1 });
  const pair = { private_key: Buffer.from(key), cert_chain: Buffer.from(certificate) };
  const tls = ServerCredentials.createSsl(Buffer.from(trusted), [pair], true);
  const auth = await startStubAuth({ verifyToken: (_, callback) => callback(null, pep) }, { port, tls });
  open.push(auth.stop);
  return auth;
}

/** A client that has nothing but gRPC, unless it is given a twin. */
function connect(port: number, certificates: CertificateSource | undefined, twinUrl = 'http://127.0.0.1:9/api/v1') {
  const client = connectAuth({ target: `127.0.0.1:${port}`, twinUrl, certificates, serverName, random: () => 0.5 });
  open.push(() => client.close());
  return () => client.verifyToken('token', trace);
}

describe('the client over mutual TLS', () => {
  it('shows its certificate and knows the service by its name, not by its address', async () => {
    const { port } = await serve();
    expect(await connect(port, async () => caller)()).toEqual(verifiedPep);
  });

  it('is refused without a certificate of an authority that the service trusts', async () => {
    const { port } = await serve();
    const stranger = await callerOf(foreign, ours);
    await expect(connect(port, async () => stranger)()).rejects.toThrow(AuthUnavailableError);
  });

  it('gives its token to nobody whom a foreign authority vouches for', async () => {
    const { port } = await serve({ authority: foreign, trusted: ours.certificate });
    await expect(connect(port, async () => caller)()).rejects.toThrow(AuthUnavailableError);
  });

  it('gives its token to no other service of ours', async () => {
    const { port } = await serve({ name: 'inventory.grpc.lonja.internal' });
    await expect(connect(port, async () => caller)()).rejects.toThrow(AuthUnavailableError);
  });

  it('does not speak plaintext to a service that wants TLS, nor TLS to one that does not', async () => {
    const secured = await serve();
    await expect(connect(secured.port, undefined)()).rejects.toThrow(AuthUnavailableError);
    const plain = await startStubAuth({ verifyToken: (_, callback) => callback(null, pep) });
    open.push(plain.stop);
    await expect(connect(plain.port, async () => caller)()).rejects.toThrow(AuthUnavailableError);
  });

  it('takes up certificates that were issued anew, without a call lost', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    let current = { ...caller, authorities: both };
    const reads: Certificates[] = [];
    const old = await serve({ trusted: both });
    const verify = connect(old.port, async () => {
      reads.push(current);
      return current;
    });
    expect(await verify()).toEqual(verifiedPep);
    expect(await verify()).toEqual(verifiedPep);
    expect(reads).toHaveLength(1);

    current = await callerOf(foreign);
    vi.setSystemTime(Date.now() + 60_000);
    // This call still goes over the old connection, and has the certificates looked for.
    expect(await verify()).toEqual(verifiedPep);
    await expect.poll(() => reads.length).toBe(2);
    old.stop();
    await serve({ authority: foreign, port: old.port });
    expect(await verify()).toEqual(verifiedPep);
  });

  it('asks the twin while its certificates cannot be read, and comes back by itself', async () => {
    const { port } = await serve();
    const twin = await startStubTwin(() => ({ body: pep }));
    open.push(twin.stop);
    let found: CertificateSource = async () => {
      throw new Error('the secret is out of reach');
    };
    const verify = connect(port, () => found(), twin.url);
    expect([await verify(), twin.seen.length]).toEqual([verifiedPep, 1]);
    const slow = Promise.withResolvers<Certificates>();
    found = () => slow.promise;
    expect([await verify(), twin.seen.length]).toEqual([verifiedPep, 2]);
    slow.resolve(caller);
    expect([await verify(), twin.seen.length]).toEqual([verifiedPep, 2]);
  });
});
