import { afterAll, beforeAll } from 'vitest';
import { signAccessToken } from '../../functions/auth/model/tokens/token.ts';
import type { Tokens } from '../../generated/rest/types.ts';
import { ephemeralKey } from './ephemeral-key.ts';
import { awsSettings } from './stub-aws.ts';
import { type StubKms, startStubKms } from './stub-kms.ts';

export const issuer = 'https://lonja.dev/test';
/** The key that the deployment would have created. */
export const firstKmsKeyId = 'arn:aws:kms:eu-west-1:123456789012:key/first';

/** For unit tests: gives a file's Lambdas a KMS that signs, and returns settings for them. */
export function signingKms() {
  const started: { kms?: StubKms } = {};
  beforeAll(async () => {
    const kms = await startStubKms();
    kms.addKey(firstKmsKeyId);
    started.kms = kms;
    Object.assign(process.env, awsSettings(kms));
  });
  afterAll(() => started.kms?.stop());
  return {
    settings: { SIGNING_KEY_ID: firstKmsKeyId, TOKEN_ISSUER: issuer, STAGE: 'test' },
    kms(): StubKms {
      if (started.kms === undefined) throw new Error('KMS is started before the first test');
      return started.kms;
    },
  };
}

/** A token of this user, signed just now, and the key that verifies it. */
export async function tokenOf({ userId, organizationId }: { userId: string; organizationId: string }) {
  const { published, signer } = await ephemeralKey();
  const claims = { userId, organizationId, tokenId: userId, issuedAt: new Date().toISOString(), issuer };
  return { token: await signAccessToken(claims, signer), key: published };
}

export const bearer = (token: string) => ({ Authorization: `Bearer ${token}` });

/** The tokens in the body of an answer. */
export function tokensIn(body: unknown): Tokens {
  const { accessToken, expiresInSeconds, refreshToken } = Object(body);
  return { accessToken: String(accessToken), expiresInSeconds, refreshToken: String(refreshToken), tokenType: 'Bearer' };
}
