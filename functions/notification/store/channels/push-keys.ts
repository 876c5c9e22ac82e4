import { createECDH, type ECDH, hkdfSync } from 'node:crypto';
import { readSecret } from '../../../shared/aws/secret.ts';
import { environment } from '../../../shared/environment.ts';

export type PushKeys = { publicKey: string; privateKey: string };

/**
 * The keys by which push services know us (VAPID, RFC 8292), base64url. They are derived from a secret text, which a template can
 * generate, and are the same for as long as the text is.
 */
export async function readPushKeys(): Promise<PushKeys> {
  return pushKeysFrom(await readSecret(environment('PUSH_SECRET_ARN')));
}

export function pushKeysFrom(secret: string): PushKeys {
  const curve = privateKeyFrom(secret);
  return { publicKey: curve.getPublicKey('base64url'), privateKey: curve.getPrivateKey('base64url') };
}

/** One text in four billion derives a number above the order of the curve, which is no key: then the next one is taken. */
function privateKeyFrom(secret: string, n = 1): ECDH {
  const curve = createECDH('prime256v1');
  try {
    curve.setPrivateKey(Buffer.from(hkdfSync('sha256', secret, '', `lonja web push ${n}`, 32)));
    return curve;
  } catch {
    return privateKeyFrom(secret, n + 1);
  }
}
