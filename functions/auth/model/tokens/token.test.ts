import { createHmac, generateKeyPairSync, sign as signBytes } from 'node:crypto';
import fc from 'fast-check';
import { jwtVerify } from 'jose';
import { describe, expect, it } from 'vitest';
import { ephemeralKey } from '../../../../tests/kit/ephemeral-key.ts';
import { maxTokenBytes, signAccessToken, verifyAccessToken } from './token.ts';
import { publicJwk } from './verification-key.ts';

const issuer = 'https://lonja.dev/test';
const claims = {
  userId: '0197a000-0000-7000-8000-000000000001',
  organizationId: '0197a000-0000-7000-8000-0000000000aa',
  tokenId: '0197a000-0000-7000-8000-0000000000cc',
  issuedAt: '2026-11-01T08:00:00.000Z',
  issuer,
};
const at = (seconds: number) => new Date(Date.parse(claims.issuedAt) + seconds * 1000);
const ours = await ephemeralKey();
const foreign = await ephemeralKey();

const asked: string[] = [];
const verify = (token: string, now = at(60)) =>
  verifyAccessToken(token, {
    issuer,
    now,
    findKey: async (keyId) => {
      asked.push(keyId);
      return keyId === ours.published.keyId ? ours.publicKey : undefined;
    },
  });

const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
const goodHeader = { alg: 'ES256', typ: 'JWT', kid: ours.published.keyId };
const goodPayload = {
  iss: issuer,
  aud: 'lonja',
  sub: claims.userId,
  org: claims.organizationId,
  jti: claims.tokenId,
  iat: at(0).getTime() / 1000,
  nbf: at(0).getTime() / 1000,
  exp: at(900).getTime() / 1000,
};
/** A token with any header and payload, properly signed by `key`. */
function forged(header: object, payload: object = goodPayload, key = ours.privateKey): string {
  const input = `${part(header)}.${part(payload)}`;
  return `${input}.${signBytes('sha256', Buffer.from(input), { key, dsaEncoding: 'ieee-p1363' }).toString('base64url')}`;
}
const without = (claim: string) => Object.fromEntries(Object.entries(goodPayload).filter(([name]) => name !== claim));

describe('an access token', () => {
  it('says whose it is', async () => {
    expect(await verify(await signAccessToken(claims, ours.signer))).toEqual({
      outcome: 'valid',
      subject: { userId: claims.userId, organizationId: claims.organizationId },
      keyId: ours.published.keyId,
      notBeforeMs: at(-5).getTime(),
      expiresAtMs: at(905).getTime(),
    });
  });

  it('is made as the attacks below start from', async () => {
    const [header = '', payload = ''] = (await signAccessToken(claims, ours.signer)).split('.');
    expect(JSON.parse(Buffer.from(header, 'base64url').toString())).toEqual(goodHeader);
    expect(JSON.parse(Buffer.from(payload, 'base64url').toString())).toEqual(goodPayload);
    expect((await verify(forged(goodHeader))).outcome).toBe('valid');
  });

  it('names its session, when it was given in one', async () => {
    const sessionId = '0197a000-0000-7000-8000-0000000000dd';
    const verdict = await verify(await signAccessToken({ ...claims, sessionId }, ours.signer));
    expect(verdict).toMatchObject({ outcome: 'valid', subject: { sessionId } });
    const forgedSession = forged(goodHeader, { ...goodPayload, sid: { $ne: '' } });
    expect(await verify(forgedSession)).toEqual({ outcome: 'refused', reason: 'bad-claims' });
  });

  it('is in force for 15 minutes, give or take the clocks', async () => {
    const token = await signAccessToken(claims, ours.signer);
    expect((await verify(token, at(899))).outcome).toBe('valid');
    expect(await verify(token, at(906))).toEqual({ outcome: 'refused', reason: 'expired' });
    expect(await verify(token, at(-6))).toEqual({ outcome: 'refused', reason: 'bad-claims' });
  });
});

describe('a forged token is refused:', () => {
  const hs256 = (secret: string | Buffer, header: object = { ...goodHeader, alg: 'HS256' }) => {
    const input = `${part(header)}.${part(goodPayload)}`;
    return `${input}.${createHmac('sha256', secret).update(input).digest('base64url')}`;
  };
  const pem = ours.publicKey.export({ type: 'spki', format: 'pem' });
  const der = ours.publicKey.export({ type: 'spki', format: 'der' });
  const p384 = generateKeyPairSync('ec', { namedCurve: 'P-384' }).privateKey;
  const good = forged(goodHeader);
  const [h = '', p = '', s = ''] = good.split('.');

  it.each([
    ['alg none', `${part({ ...goodHeader, alg: 'none' })}.${part(goodPayload)}.`],
    ['alg None, with our signature', `${part({ ...goodHeader, alg: 'None' })}.${p}.${s}`],
    ['HS256 with the public key in PEM as its secret', hs256(pem)],
    ['HS256 with the public key in DER as its secret', hs256(der)],
    ['HS256 with the JWK as its secret', hs256(JSON.stringify(publicJwk(ours.published)))],
    ['HS256 called ES256', hs256(pem, goodHeader)],
    ['ES384', forged({ ...goodHeader, alg: 'ES384' }, goodPayload, p384)],
    [
      'a key of its own in the header',
      forged({ ...goodHeader, jwk: publicJwk(foreign.published) }, goodPayload, foreign.privateKey),
    ],
    [
      'a key of its own in the header, and its id',
      forged({ ...goodHeader, kid: foreign.published.keyId, jwk: publicJwk(foreign.published) }, goodPayload, foreign.privateKey),
    ],
    [
      'a key to fetch',
      forged(
        { ...goodHeader, kid: foreign.published.keyId, jku: 'https://evil.example/jwks.json' },
        goodPayload,
        foreign.privateKey,
      ),
    ],
    ['a foreign key under our id', forged(goodHeader, goodPayload, foreign.privateKey)],
    ['a foreign key', forged({ ...goodHeader, kid: foreign.published.keyId }, goodPayload, foreign.privateKey)],
    ['no key id', forged({ alg: 'ES256', typ: 'JWT' })],
    ['a header that says more than ours', forged({ ...goodHeader, x5u: 'https://evil.example' })],
    ['a signature in another spelling', `${h}.${p}.${s.slice(0, -1)}=`],
    ['a signature of r and s that are zero and one', `${h}.${p}.${Buffer.alloc(64, 1).toString('base64url')}`],
    ['white space at its end', `${good}\n`],
    ['padding', `${h}=.${p}.${s}`],
    ['a header that is no object', `${part(null)}.${p}.${s}`],
    ['a key id that is a path', forged({ ...goodHeader, kid: '../../../../dev/null' })],
    ['a key id that is a table key', forged({ ...goodHeader, kid: `KEY#${ours.published.keyId}` })],
    ['a key id that is no text', forged({ ...goodHeader, kid: { $ne: '' } })],
    ['a critical header nobody knows', forged({ ...goodHeader, crit: ['x'], x: 1 })],
    ['a payload that is not encoded', forged({ ...goodHeader, b64: false, crit: ['b64'] })],
    ['another kind of token', forged({ ...goodHeader, typ: 'dpop+jwt' })],
    ['no kind of token', forged({ alg: 'ES256', kid: ours.published.keyId })],
    ['another payload under our signature', `${h}.${part({ ...goodPayload, sub: claims.organizationId })}.${s}`],
    ['a signature of zeros', `${h}.${p}.${Buffer.alloc(64).toString('base64url')}`],
    ['a signature in DER', `${h}.${p}.${signBytes('sha256', Buffer.from(`${h}.${p}`), ours.privateKey).toString('base64url')}`],
    ['no signature', `${h}.${p}.`],
    ['two parts', `${h}.${p}`],
    ['four parts', `${good}.${s}`],
    ['a cut end', good.slice(0, -3)],
    ['a cut start', good.slice(3)],
    ['nothing', ''],
    ['text', 'Bearer of bad news'],
    ['a payload that is no object', forged(goodHeader, ['sub'])],
    ['JSON instead of compact form', JSON.stringify({ protected: h, payload: p, signature: s })],
  ])('%s', async (_attack, token) => {
    expect((await verify(token)).outcome).toBe('refused');
  });

  it.each(['iss', 'aud', 'sub', 'org', 'jti', 'iat', 'nbf', 'exp'])('without %s', async (claim) => {
    expect(await verify(forged(goodHeader, without(claim)))).toEqual({ outcome: 'refused', reason: 'bad-claims' });
  });

  it.each([
    ['of another issuer', { iss: 'https://lonja.dev/production' }],
    ['for another audience', { aud: 'somebody-else' }],
    ['with a subject that is no user id', { sub: 'admin' }],
    ['with an organization that is no id', { org: 'ORG#x' }],
    ['with an organization that is a list', { org: [claims.organizationId] }],
    ['that lives longer than 15 minutes', { exp: goodPayload.iat + 24 * 3600 }],
    ['issued in the future', { iat: goodPayload.iat + 3600, exp: goodPayload.iat + 4000 }],
    ['issued long ago and still in force', { iat: goodPayload.iat - 3600, nbf: goodPayload.iat - 3600 }],
    ['not yet in force', { nbf: goodPayload.iat + 600 }],
    ['for us among others', { aud: ['lonja', 'somebody-else'] }],
    ['that ends before it begins', { exp: goodPayload.iat - 1 }],
    ['with an expiry beyond all numbers', { exp: 1e300 }],
    ['with a fraction of a second', { exp: goodPayload.exp - 0.5 }],
    ['with an expiry that is text', { exp: '9999999999' }],
  ])('%s', async (_what, change) => {
    expect((await verify(forged(goodHeader, { ...goodPayload, ...change }))).outcome).toBe('refused');
  });

  it('over 8 KiB, before anything is parsed, even when it is signed by us', async () => {
    asked.length = 0;
    const large = forged({ ...goodHeader, padding: 'x'.repeat(maxTokenBytes) });
    expect(await verify(large)).toEqual({ outcome: 'refused', reason: 'oversized' });
    expect(await verify('€'.repeat(maxTokenBytes / 2))).toEqual({ outcome: 'refused', reason: 'oversized' });
    expect(asked).toEqual([]);
  });

  it('and no key is looked for under an id that can be none of ours', async () => {
    asked.length = 0;
    await verify(forged({ ...goodHeader, kid: 'KEY#1' }));
    await verify(forged({ ...goodHeader, kid: `${ours.published.keyId}\u0000` }));
    expect(asked).toEqual([]);
  });
});

describe('the verdict', () => {
  const byJose = async (token: string, now: Date) => {
    try {
      await jwtVerify(token, ours.publicKey, {
        algorithms: ['ES256'],
        typ: 'JWT',
        issuer,
        audience: 'lonja',
        currentDate: now,
        clockTolerance: 5,
        maxTokenAge: 900,
        requiredClaims: ['sub', 'org', 'jti', 'iat', 'nbf', 'exp'],
      });
      return true;
    } catch {
      return false;
    }
  };
  const good = forged(goodHeader);
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.=+ ';

  it('lets nothing through that another library refuses, wherever a token is changed', async () => {
    const edit = fc.record({
      at: fc.nat(good.length - 1),
      cut: fc.integer({ min: 0, max: 3 }),
      put: fc.string({ unit: fc.constantFrom(...letters), maxLength: 3 }),
      seconds: fc.integer({ min: -60, max: 1000 }),
    });
    await fc.assert(
      fc.asyncProperty(edit, async ({ at: place, cut, put, seconds }) => {
        const token = good.slice(0, place) + put + good.slice(place + cut);
        const taken = (await verify(token, at(seconds))).outcome === 'valid';
        if (taken) expect(await byJose(token, at(seconds))).toBe(true);
        if (token === good && seconds >= 0 && seconds < 900) expect(taken).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});

describe('an outage of the key table', () => {
  it('is no refusal', async () => {
    const out = verifyAccessToken(forged(goodHeader), {
      issuer,
      now: at(60),
      findKey: () => Promise.reject(new Error('the table is out of reach')),
    });
    await expect(out).rejects.toThrow('out of reach');
  });
});
