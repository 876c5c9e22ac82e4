import { X509Certificate } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { authoritiesOf, issuedOf } from '../store/certificate-codec.ts';
import type { Authorities, Issued } from './authorities.ts';
import { issueWhatIsDue, type Vault } from './issuing.ts';
import { type Wanted, wantedCertificates } from './wanted.ts';

const wanted: Wanted[] = [
  { name: 'auth', secretArn: 'arn:auth', dnsNames: ['auth.grpc.lonja.internal'], usages: ['server'] },
  { name: 'callers', secretArn: 'arn:callers', dnsNames: [], usages: ['client'] },
];
const day = (number: number) => new Date(Date.UTC(2026, 0, 1 + number)).toISOString();

/** A vault in memory. It passes everything through JSON as the real one does, and may refuse one write. */
function memoryVault() {
  let authorities = '{}';
  const secrets = new Map<string, string>();
  let refused: string | undefined;
  const vault: Vault = {
    readAuthorities: async () => authoritiesOf(JSON.parse(authorities)),
    writeAuthorities: async (written) => {
      authorities = JSON.stringify(written);
    },
    readIssued: async ({ secretArn }) => issuedOf(JSON.parse(secrets.get(secretArn) ?? '{}')),
    writeIssued: async ({ secretArn }, issued) => {
      if (secretArn === refused) throw new Error('out of reach');
      secrets.set(secretArn, JSON.stringify(issued));
    },
  };
  return {
    vault,
    refuse(secretArn?: string) {
      refused = secretArn;
    },
    async holdings(): Promise<{ authorities: Authorities | undefined; issued: (Issued | undefined)[] }> {
      return {
        authorities: await vault.readAuthorities(),
        issued: await Promise.all(wanted.map((one) => vault.readIssued(one))),
      };
    },
  };
}

const trusts = (truster: Issued, peer: Issued) =>
  truster.authorities
    .split(/(?<=-----END CERTIFICATE-----)/)
    .filter((pem) => pem.includes('BEGIN'))
    .some((pem) => new X509Certificate(peer.certificate).verify(new X509Certificate(pem).publicKey));

describe('issueWhatIsDue', () => {
  it('creates an authority and all certificates at its first run, and nothing at its second', async () => {
    const { vault, holdings } = memoryVault();
    expect(await issueWhatIsDue(vault, wanted, day(0), 'a')).toEqual({ step: 'create', issued: ['auth', 'callers'] });
    const first = await holdings();
    expect(await issueWhatIsDue(vault, wanted, day(1), 'b')).toEqual({ step: 'keep', issued: [] });
    expect(await holdings()).toEqual(first);
  });

  it('renews every 30 days and replaces its authority every half year, while peers that read daily always trust each other', async () => {
    const { vault, holdings } = memoryVault();
    const steps: string[] = [];
    let yesterday: Issued[] = [];
    for (let now = 0; now < 400; now++) {
      const { step, issued } = await issueWhatIsDue(vault, wanted, day(now), `authority ${now}`);
      if (step !== 'keep') steps.push(`${step} ${now}`);
      if (issued.length > 0) expect(issued).toEqual(['auth', 'callers']);
      const today = (await holdings()).issued.filter((held) => held !== undefined);
      // Some peers have read the secrets just now, others a day ago.
      for (const truster of [...today, ...yesterday]) {
        for (const peer of [...today, ...yesterday]) expect(trusts(truster, peer)).toBe(true);
      }
      for (const { certificate } of today) {
        expect(new X509Certificate(certificate).validToDate.getTime()).toBeGreaterThan(Date.parse(day(now + 59)));
      }
      yesterday = today;
    }
    expect(steps).toEqual(['create 0', 'announce 180', 'switch 182', 'retire 184', 'announce 360', 'switch 362', 'retire 364']);
  });

  it('does not let an authority sign while one peer could not be given it', async () => {
    const { vault, holdings, refuse } = memoryVault();
    for (const now of [0, 30, 60, 90, 120, 150]) await issueWhatIsDue(vault, wanted, day(now), 'a');
    refuse('arn:callers');
    for (const now of [180, 181, 182, 183, 190])
      await expect(issueWhatIsDue(vault, wanted, day(now), 'b')).rejects.toThrow('out of reach');
    expect((await holdings()).authorities?.signing.id).toBe('a');
    refuse();
    expect(await issueWhatIsDue(vault, wanted, day(191), 'c')).toMatchObject({ step: 'keep', issued: ['callers'] });
    expect(await issueWhatIsDue(vault, wanted, day(193), 'c')).toMatchObject({ step: 'switch' });
    expect((await holdings()).authorities?.signing.id).toBe('b');
  });

  it('issues a new certificate without touching the others', async () => {
    const { vault } = memoryVault();
    await issueWhatIsDue(vault, wanted, day(0), 'a');
    const newcomer: Wanted = { name: 'inventory', secretArn: 'arn:inventory', dnsNames: [], usages: ['server', 'client'] };
    expect(await issueWhatIsDue(vault, [...wanted, newcomer], day(1), 'b')).toEqual({ step: 'keep', issued: ['inventory'] });
  });
});

describe('wantedCertificates', () => {
  it('reads the list of the deployment, and nothing else', () => {
    expect(wantedCertificates(JSON.stringify(wanted))).toEqual(wanted);
    expect(() => wantedCertificates('{}')).toThrow(TypeError);
    expect(() => wantedCertificates(JSON.stringify([{ ...wanted[0], usages: ['root'] }]))).toThrow(TypeError);
  });
});
