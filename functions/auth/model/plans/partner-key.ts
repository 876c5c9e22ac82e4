import { createHash } from 'node:crypto';
import type { PartnerKey as ShownPartnerKey } from '../../../../generated/rest/types.ts';
import type { NewEvent } from '../../../shared/domain-event.ts';

/** A key by which the calls of a partner are metered apart. Only the hash of its secret is stored. */
export type PartnerKey = ShownPartnerKey & { organizationId: string; secretHash: string };

/** How many keys an organization may have: API Gateway takes 10,000 for a whole account and region. */
export const maxPartnerKeys = 20;

/** The prefix lets scanners find a key that was published by mistake. */
export const partnerSecret = (random: string) => `lonja_pk_${random}`;

/** The secret is random, so it needs no slow hash. */
export const secretHashOf = (secret: string) => createHash('sha256').update(secret).digest('base64url');

export const shownPartnerKey = ({ keyId, name, issuedAt, issuedBy }: PartnerKey): ShownPartnerKey => ({
  keyId,
  name,
  issuedAt,
  issuedBy,
});

export const partnerKeyIssued = ({ keyId, name, issuedAt }: PartnerKey): NewEvent<'auth.partner.key.issued'> => ({
  type: 'auth.partner.key.issued',
  aggregateId: keyId,
  aggregateVersion: 1,
  occurredOn: issuedAt,
  data: { keyId, name, issuedAt },
});

/** `at` is ISO 8601 UTC. */
export const partnerKeyRevoked = ({ keyId }: PartnerKey, at: string): NewEvent<'auth.partner.key.revoked'> => ({
  type: 'auth.partner.key.revoked',
  aggregateId: keyId,
  aggregateVersion: 2,
  occurredOn: at,
  data: { keyId, revokedAt: at },
});
