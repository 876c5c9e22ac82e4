import { list, number, record, text } from '../../shared/store/codec.ts';
import { type Key, readItem } from '../../shared/store/dynamo.ts';
import { versionedItems } from '../../shared/store/versioned-items.ts';
import { putNew, type Write } from '../../shared/store/write.ts';
import { type Administration, decideAdministration } from '../model/administration.ts';
import type { Organization } from '../model/registration.ts';

const organizationKey = (organizationId: string): Key => ({ pk: `ORG#${organizationId}`, sk: 'ORGANIZATION' });

export const putNewOrganization = (organization: Organization): Write =>
  putNew({ ...organizationKey(organization.organizationId), ...organization });

/** Organizations are never removed, so one that exists need not be checked again in a transaction. */
export async function organizationExists(organizationId: string): Promise<boolean> {
  return (await readItem(organizationKey(organizationId))) !== undefined;
}

const administrations = versionedItems<Administration>({
  key: (organizationId) => ({ pk: `ORG#${organizationId}`, sk: 'ADMINS' }),
  idOf: ({ organizationId }) => organizationId,
  codec: record<Administration>({ organizationId: text, adminIds: list(text), version: number }),
});

/**
 * Who administers the organization. For an organization that was founded before this was kept, it starts with the admin who acts: it
 * may then lack others, but never lists somebody who is no admin.
 */
export async function findAdministration(organizationId: string, actingAdminId: string): Promise<Administration> {
  const stored = await administrations.find(organizationId, organizationId);
  return stored ?? { organizationId, adminIds: [actingAdminId], version: 0 };
}

export const putAdministration = (administration: Administration): Write =>
  administrations.put(administration.organizationId, administration);

/**
 * Takes an erased user off the list of admins. The only admin stays on it: the person is erased nevertheless, and the organization
 * needs its operator to name another one.
 */
export async function withoutAdmin(organizationId: string, userId: string): Promise<Write[]> {
  const stored = await administrations.find(organizationId, organizationId);
  const decision = stored && decideAdministration(stored, { userId, isAdmin: false });
  return decision?.outcome === 'changed' ? [putAdministration(decision.administration)] : [];
}
