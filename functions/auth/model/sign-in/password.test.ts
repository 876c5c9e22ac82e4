import { describe, expect, it } from 'vitest';
import { hashPassword, verifyPassword } from './password.ts';

describe('password', () => {
  it('is verified against its own hash only', async () => {
    const hash = await hashPassword('correct horse battery');
    expect(await verifyPassword('correct horse battery', hash)).toBe(true);
    expect(await verifyPassword('correct horse batterz', hash)).toBe(false);
    expect(await verifyPassword('', hash)).toBe(false);
  });

  it('is salted, and its hash names parameters at OWASP’s level', async () => {
    const [one, two] = await Promise.all([hashPassword('same'), hashPassword('same')]);
    expect(one).not.toBe(two);
    expect(one).toMatch(/^\$scrypt\$ln=15,r=8,p=3\$/);
    expect(one).not.toContain('same');
  });

  it('is still verified when it was hashed with weaker parameters of old', async () => {
    // scrypt('pencil', 16 zero bytes, N = 2^10, r = 8, p = 1)
    const { scryptSync } = await import('node:crypto');
    const old = scryptSync('pencil', Buffer.alloc(16), 32, { N: 2 ** 10, r: 8, p: 1 }).toString('base64url');
    expect(await verifyPassword('pencil', `$scrypt$ln=10,r=8,p=1$${'A'.repeat(22)}$${old}`)).toBe(true);
  });

  it('may be typed with composed or combining accents', async () => {
    expect(await verifyPassword('jam\u00f3n ib\u00e9rico', await hashPassword('jamo\u0301n ibe\u0301rico'))).toBe(true);
  });

  it('is never right for somebody who is not registered, and takes the same work', async () => {
    const hash = await hashPassword('somebody');
    const timed = async (stored: string | undefined) => {
      const startedAt = performance.now();
      expect(await verifyPassword('guess', stored)).toBe(false);
      return performance.now() - startedAt;
    };
    await timed(hash);
    const [known, unknown] = [await timed(hash), await timed(undefined)];
    expect(unknown).toBeGreaterThan(known / 4);
  });

  it('throws on a corrupt hash instead of calling the password wrong', async () => {
    await expect(verifyPassword('pencil', 'plain text')).rejects.toThrow(TypeError);
    await expect(verifyPassword('pencil', `$scrypt$ln=30,r=99,p=99$${'A'.repeat(22)}$${'A'.repeat(43)}`)).rejects.toThrow();
  });
});
