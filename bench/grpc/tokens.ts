import { randomUUID } from 'node:crypto';
import { type Signer, signAccessToken } from '../../functions/auth/model/tokens/token.ts';
import { issuer, organizationId, userIdOf } from './servers/market.ts';

/** Enough that no two calls in flight share one by chance alone, few enough that all are known after a round. */
const knownCount = 500;

/** Access tokens for the calls of a round. */
export class Tokens {
  readonly #signer: Signer;
  #known: string[] = [];
  #made = 0;

  constructor(signer: Signer) {
    this.#signer = signer;
  }

  /** `knownShare` of them are of the few that come again and again, the rest are shown for the first time; evenly mixed. */
  async some(count: number, knownShare: number): Promise<string[]> {
    if (this.#known.length === 0) this.#known = await this.#fresh(knownCount);
    const fresh = await this.#fresh(Math.round(count * (1 - knownShare)));
    const every = fresh.length === 0 ? Number.POSITIVE_INFINITY : count / fresh.length;
    let due = 0;
    return Array.from({ length: count }, (_, index) => {
      if (index < due) return this.#known[index % knownCount] ?? '';
      due += every;
      return fresh.pop() ?? this.#known[index % knownCount] ?? '';
    });
  }

  #fresh(count: number): Promise<string[]> {
    const issuedAt = new Date().toISOString();
    return Promise.all(
      Array.from({ length: count }, () =>
        signAccessToken(
          { userId: userIdOf(this.#made++), organizationId, tokenId: randomUUID(), issuedAt, issuer },
          this.#signer,
        ),
      ),
    );
  }
}
