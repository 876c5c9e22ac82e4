import { scheduledJob } from '../../shared/jobs/scheduled-job.ts';
import { type Rotation, rotationDue } from '../model/tokens/key-rotation.ts';
import { verificationKey } from '../model/tokens/verification-key.ts';
import { listKeys, publishNextKey, withdrawKey } from '../store/key-table.ts';
import { createSigningKey, discardSigningKey } from '../store/signing-key-client.ts';

/** Publishes the next signing key when it is due, and withdraws the keys with which no valid token was signed. */
export const handler = scheduledJob('rotate-keys', async (now) => {
  const { create, retire } = rotationDue(await listKeys(), now);
  const created = create !== undefined && (await publishSuccessor(create, now)) ? 1 : 0;
  for (const { keyId, kmsKeyId } of retire) {
    // The stage's own key belongs to its stack, so it is withdrawn but not deleted. The private key goes first: only keys that are
    // still listed are looked at again.
    if (kmsKeyId !== undefined) await discardSigningKey(kmsKeyId);
    await withdrawKey(keyId);
  }
  return { created, retired: retire.length };
});

/** Whether the new key was published; another rotation may have published one first. A key that is not published is deleted. */
async function publishSuccessor({ signsFrom, follows }: NonNullable<Rotation['create']>, now: string): Promise<boolean> {
  const { kmsKeyId, publicKey } = await createSigningKey();
  try {
    const key = verificationKey(publicKey, { publishedAt: now, signsFrom, kmsKeyId });
    if ((await publishNextKey(key, follows)).outcome === 'committed') return true;
  } catch (thrown) {
    // The commit may have succeeded all the same. A published key must be able to sign, or logins would fail until the next one.
    if (!(await listKeys()).some((key) => key.kmsKeyId === kmsKeyId)) await discardSigningKey(kmsKeyId);
    throw thrown;
  }
  await discardSigningKey(kmsKeyId);
  return false;
}
