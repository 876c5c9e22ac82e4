/**
 * The active admins of an organization. Every change of who is one writes this too, so two changes at once cannot each rely on the
 * admin whom the other removes.
 */
export type Administration = { organizationId: string; adminIds: readonly string[]; version: number };

export type AdministrationDecision =
  | { outcome: 'changed'; administration: Administration }
  | { outcome: 'unchanged' }
  /** Nobody could manage the organization any more, and no route could repair that. */
  | { outcome: 'last-admin' };

/** Whether the user is an admin after a change decides what is stored. At least one active admin remains. */
export function decideAdministration(
  administration: Administration,
  { userId, isAdmin }: { userId: string; isAdmin: boolean },
): AdministrationDecision {
  const { adminIds, version } = administration;
  if (adminIds.includes(userId) === isAdmin) return { outcome: 'unchanged' };
  const next = isAdmin ? [...adminIds, userId].sort() : adminIds.filter((id) => id !== userId);
  if (next.length === 0) return { outcome: 'last-admin' };
  return { outcome: 'changed', administration: { ...administration, adminIds: next, version: version + 1 } };
}

/** Why a decision is refused, for people. */
export const lastAdmin = 'the organization would have no active admin';
export const noLongerAdmin = 'your permission auth:manage was taken away meanwhile';
