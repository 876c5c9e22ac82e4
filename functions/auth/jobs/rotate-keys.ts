import type { Cause } from '../../shared/cause.ts';
import { scheduledJob } from '../../shared/jobs/scheduled-job.ts';
import { childTraceparent, newCorrelationId } from '../../shared/trace.ts';
import { rotationDue } from '../model/tokens/key-rotation.ts';
import { verificationKey } from '../model/tokens/verification-key.ts';
import { listKeys, publishNextKey, withdrawKey } from '../store/key-table.ts';
import { createSigningKey, discardSigningKey } from '../store/signing-key-client.ts';

/** Every day: publishes the key whose turn comes next, and takes back those that no token in force was signed with. */
export const handler = scheduledJob('rotate-keys', async (now) => {
  const { create, retire } = rotationDue(await listKeys(), now);
  const cause = jobCause();
  const created = create === undefined ? 0 : await publishNew(create, now, cause);
  for (const { keyId, kmsKeyId } of retire) {
    // The stage's own key is taken back and not deleted: it belongs to its stack. The private half goes first, since only keys that
    // are still listed are ever looked at again.
    if (kmsKeyId !== undefined) await discardSigningKey(kmsKeyId).catch(unlessGone);
    await withdrawKey(keyId, cause);
  }
  return { created, retired: retire.length };
});

async function publishNew({ signsFrom, follows }: { signsFrom: string; follows: string }, now: string, cause: Cause) {
  const { kmsKeyId, publicKey } = await createSigningKey();
  try {
    const key = verificationKey(publicKey, { publishedAt: now, signsFrom, kmsKeyId });
    if ((await publishNextKey(key, follows, cause)).outcome === 'committed') return 1;
  } catch (thrown) {
    // Nobody knows of it, so nobody would ever delete it. Should the commit have come through after all, the key cannot sign, and
    // logins fail until its successor's turn: so it is kept then.
    if (!(await listKeys()).some((key) => key.kmsKeyId === kmsKeyId)) await discardSigningKey(kmsKeyId);
    throw thrown;
  }
  await discardSigningKey(kmsKeyId);
  return 0;
}

/** A key that an earlier run discarded, before it failed to take it back, is as it should be. */
function unlessGone(thrown: unknown): void {
  if (!(thrown instanceof Error) || thrown.name !== 'KMSInvalidStateException') throw thrown;
}

const jobCause = (): Cause => ({
  correlationId: newCorrelationId(),
  traceparent: childTraceparent(),
  organizationId: '',
  causationId: 'rotate-keys',
});
