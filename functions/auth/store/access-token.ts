import { environment } from '../../shared/environment.ts';
import { newId } from '../../shared/ids.ts';
import { signingKeyAt } from '../model/tokens/key-rotation.ts';
import { signAccessToken, type TokenSubject } from '../model/tokens/token.ts';
import { type VerificationKey, verificationKey } from '../model/tokens/verification-key.ts';
import { listKeys, publishFirstKey } from './key-table.ts';
import { readPublicKey, signWith } from './signing-key-client.ts';

/** An access token of this deployment. `at` is ISO 8601 UTC. */
export async function issueAccessToken(subject: TokenSubject, at: string): Promise<string> {
  const { keyId, kmsKeyId = firstKmsKeyId() } = await signingKey(at);
  const claims = { ...subject, tokenId: newId(at), issuedAt: at, issuer: environment('TOKEN_ISSUER') };
  return signAccessToken(claims, { keyId, sign: (bytes) => signWith(kmsKeyId, bytes) });
}

/**
 * The key that signs at `at`. The list is read each time, so that every process switches to the next key at its time. The first key
 * of a deployment is published here: a public key is always in the table before it signs, so that verifiers find it.
 */
export async function signingKey(at: string): Promise<VerificationKey> {
  const signing = signingKeyAt(await listKeys(), at);
  if (signing !== undefined) return signing;
  const first = verificationKey(await readPublicKey(firstKmsKeyId()), { publishedAt: at, signsFrom: at });
  await publishFirstKey(first);
  return first;
}

const firstKmsKeyId = () => environment('SIGNING_KEY_ID');
