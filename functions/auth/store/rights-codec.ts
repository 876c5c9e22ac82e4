import type { Role } from '../../../generated/shared.ts';
import { type Codec, type Fields, flag, list, number, record, text, withDefault } from '../../shared/store/codec.ts';
import { isRole } from '../model/permissions.ts';
import type { UserRights } from '../model/rights-feed.ts';

/** A role that this version does not know was assigned by a newer one; here it grants nothing. */
const roles: Codec<readonly Role[]> = (stored, place) => list(text)(stored, place).filter(isRole);

export const rightsFields: Fields<UserRights> = {
  userId: text,
  organizationId: text,
  roles,
  localIds: list(text),
  active: flag,
  sessionGeneration: withDefault(number, 0),
  version: number,
};

export const rightsCodec = record<UserRights>(rightsFields);
