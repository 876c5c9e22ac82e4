import {
  type Authorities,
  type Authority,
  type AuthorityStep,
  afterStep,
  authorityDays,
  bundle,
  certificateDays,
  type Issued,
  isStale,
  nextStep,
} from './authorities.ts';
import type { Wanted } from './wanted.ts';
import { issueCertificate, makeAuthority } from './x509.ts';

/** The store of authorities and certificates. */
export type Vault = {
  readAuthorities(): Promise<Authorities | undefined>;
  writeAuthorities(authorities: Authorities): Promise<void>;
  readIssued(wanted: Wanted): Promise<Issued | undefined>;
  writeIssued(wanted: Wanted, issued: Issued): Promise<void>;
};

export type Issuing = { step: AuthorityStep; issued: string[] };

/**
 * Takes the next step with the authorities if one is due, then issues what is missing, old or of an authority that no longer signs. What
 * a failed run leaves undone, the next run does. `newId` is the id of a new authority.
 */
export async function issueWhatIsDue(vault: Vault, wanted: readonly Wanted[], now: string, newId: string): Promise<Issuing> {
  const known = await vault.readAuthorities();
  const held = await Promise.all(wanted.map((one) => vault.readIssued(one)));
  const step = nextStep(known, held, now);
  const authorities = step === 'keep' && known ? known : afterStep(step, known, await newAuthority(newId, now));
  // Stored before it signs, so that the authority of every certificate is known.
  if (authorities !== known) await vault.writeAuthorities(authorities);
  const issued: string[] = [];
  for (const [index, one] of wanted.entries()) {
    if (!isStale(held[index], one.dnsNames, authorities, now)) continue;
    await vault.writeIssued(one, await issue(one, authorities, now));
    issued.push(one.name);
  }
  return { step, issued };
}

const newAuthority = async (id: string, now: string): Promise<Authority> => ({
  id,
  madeAt: now,
  ...(await makeAuthority({ now, days: authorityDays })),
});

async function issue({ name, dnsNames, usages }: Wanted, authorities: Authorities, now: string): Promise<Issued> {
  const { signing } = authorities;
  const pair = await issueCertificate({ authority: signing, name, dnsNames, usages, now, days: certificateDays });
  return { ...pair, authorities: bundle(authorities), issuedBy: signing.id, issuedAt: now, dnsNames };
}
