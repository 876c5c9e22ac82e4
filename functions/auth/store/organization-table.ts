import { type Key, readItem } from '../../shared/store/dynamo.ts';
import { putNew, type Write } from '../../shared/store/write.ts';
import type { Organization } from '../model/registration.ts';

const organizationKey = (organizationId: string): Key => ({ pk: `ORG#${organizationId}`, sk: 'ORGANIZATION' });

export const putNewOrganization = (organization: Organization): Write =>
  putNew({ ...organizationKey(organization.organizationId), ...organization });

/** Organizations are never removed, so one that exists need not be checked again in a transaction. */
export async function organizationExists(organizationId: string): Promise<boolean> {
  return (await readItem(organizationKey(organizationId))) !== undefined;
}
