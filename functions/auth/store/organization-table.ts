import type { Write } from '../../shared/store/commit.ts';
import type { Organization } from '../model/registration.ts';

const organizationKey = (organizationId: string) => ({ pk: `ORG#${organizationId}`, sk: 'ORGANIZATION' });

export const newOrganizationWrite = (organization: Organization): Write => ({
  Put: {
    Item: { ...organizationKey(organization.organizationId), ...organization },
    ConditionExpression: 'attribute_not_exists(pk)',
  },
});

/** Holds when there is such an organization. */
export const organizationExists = (organizationId: string): Write => ({
  ConditionCheck: { Key: organizationKey(organizationId), ConditionExpression: 'attribute_exists(pk)' },
});
