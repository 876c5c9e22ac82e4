import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

const derive = promisify<string, Buffer, number, ScryptOptions, Buffer>(scrypt);

/** Memory is 128 · 2^logCost · blockSize bytes: 32 MiB here. OWASP Password Storage Cheat Sheet, scrypt. */
type Parameters = { logCost: number; blockSize: number; parallelization: number };
const current: Parameters = { logCost: 15, blockSize: 8, parallelization: 3 };
const hashBytes = 32;
const saltBytes = 16;
/** A hash that needs more memory is not one of ours, and would stall the login. */
const maxMemoryBytes = 160 * 1024 * 1024;
const stored = /^\$scrypt\$ln=(\d{1,2}),r=(\d{1,2}),p=(\d{1,2})\$([A-Za-z0-9_-]{22})\$([A-Za-z0-9_-]{43})$/;

/** The hash with its parameters and salt, so that old hashes can still be checked after the parameters were raised. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(saltBytes);
  const hash = await stretch(password, salt, current);
  const { logCost, blockSize, parallelization } = current;
  return `$scrypt$ln=${logCost},r=${blockSize},p=${parallelization}$${salt.toString('base64url')}$${hash.toString('base64url')}`;
}

/** A well-formed hash of no password: checking it takes as long as checking a real one. */
const dummyHash = `$scrypt$ln=${current.logCost},r=${current.blockSize},p=${current.parallelization}$${'A'.repeat(22)}$${'A'.repeat(43)}`;

/**
 * Whether the password is the one that was hashed. Without a hash it takes as long as with a wrong password, so that the time
 * does not reveal who is registered.
 * @throws {TypeError} when `hash` was not made by `hashPassword`: a corrupt table must not look like a wrong password
 */
export async function verifyPassword(password: string, hash: string | undefined): Promise<boolean> {
  const [, logCost, blockSize, parallelization, salt, expected] = stored.exec(hash ?? dummyHash) ?? [];
  if (salt === undefined || expected === undefined) throw new TypeError('this is not one of our password hashes');
  const actual = await stretch(password, Buffer.from(salt, 'base64url'), {
    logCost: Number(logCost),
    blockSize: Number(blockSize),
    parallelization: Number(parallelization),
  });
  return timingSafeEqual(actual, Buffer.from(expected, 'base64url')) && hash !== undefined;
}

function stretch(password: string, salt: Buffer, { logCost, blockSize, parallelization }: Parameters): Promise<Buffer> {
  // Accented letters may be typed composed or as two characters (RFC 8265, OpaqueString).
  return derive(password.normalize('NFC'), salt, hashBytes, {
    N: 2 ** logCost,
    r: blockSize,
    p: parallelization,
    maxmem: maxMemoryBytes,
  });
}
