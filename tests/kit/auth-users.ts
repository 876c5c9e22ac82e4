import { generateKeyPairSync, scryptSync } from 'node:crypto';
import type { Local } from '../../functions/auth/model/local.ts';
import { verificationKey } from '../../functions/auth/model/tokens/verification-key.ts';
import type { StoredUser } from '../../functions/auth/store/user-table.ts';
import { newCaller } from './rest-request.ts';

/** For unit tests: the people of one organization, as they are stored and as they call. */
export const organizationId = '0197a000-0000-7000-8000-0000000000aa';
export const anotherOrganizationId = '0197a000-0000-7000-8000-0000000000bb';
export const at = '2026-11-22T10:00:00.000Z';
const millId = '0197a000-0000-7000-8000-0000000000c1';
export const mill: Local = { localId: millId, organizationId, name: 'The Mill', status: 'open', createdAt: at, version: 1 };

/** The stored hash of a password, with parameters that take no time. */
export function cheapHash(password: string): string {
  const hash = scryptSync(password, Buffer.alloc(16), 32, { N: 2 ** 4, r: 8, p: 1 }).toString('base64url');
  return `$scrypt$ln=4,r=8,p=1$${'A'.repeat(22)}$${hash}`;
}

/** A buyer, unless `given` says otherwise. */
export const storedUser = (given: Partial<StoredUser> = {}): StoredUser => ({
  userId: '0197a000-0000-7000-8000-000000000001',
  organizationId,
  email: 'ana@olivar.example',
  verified: false,
  name: 'Ana',
  roles: ['buyer'],
  localIds: [],
  active: true,
  sessionGeneration: 0,
  registeredAt: at,
  version: 1,
  passwordHash: cheapHash('four words are enough'),
  ...given,
});

/** An admin of the organization, as a caller and as stored. */
export const admin = newCaller({ userId: '0197a000-0000-7000-8000-0000000000ad', organizationId });
export const storedAdmin = storedUser({ userId: admin.userId, email: 'eva@olivar.example', name: 'Eva', roles: ['admin'] });

/** A public key, as it is published. */
export const publishedKey = (given: { publishedAt?: string; signsFrom?: string; kmsKeyId?: string } = {}) =>
  verificationKey(generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey, { publishedAt: at, signsFrom: at, ...given });
