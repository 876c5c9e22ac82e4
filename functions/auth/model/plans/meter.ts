/**
 * Under which key API Gateway counts a call against a usage plan. It is an identifier and no secret: the gateway takes it from the
 * authorizer only. `readyAt` is when the gateway knows it everywhere, ISO 8601 UTC.
 */
export type Meter = { organizationId: string; meterKey: string; readyAt?: string };

/** Values of API Gateway's keys are letters and digits, 20 to 128 of them, and unique in an account and region. */
export const organizationMeterKey = (organizationId: string) => `organization${lettersOf(organizationId)}`;
export const partnerMeterKey = (keyId: string) => `partner${lettersOf(keyId)}`;

const lettersOf = (id: string) => id.replaceAll('-', '');

/**
 * The key to count a call under: the partner's, if it is one of the caller's organization; otherwise the organization's; otherwise the
 * one that new organizations share until they have their own. `nowMs` is epoch.
 */
export function chosenMeter(
  { partner, organization, shared }: { partner: Meter | undefined; organization: Meter | undefined; shared: string },
  organizationId: string,
  nowMs: number,
): string {
  const usable = [partner, organization].find((meter) => meter?.organizationId === organizationId && isReady(meter, nowMs));
  return usable?.meterKey ?? shared;
}

export const isReady = ({ readyAt }: Meter, nowMs: number): boolean => readyAt !== undefined && Date.parse(readyAt) <= nowMs;

/** API Gateway counts a day from midnight UTC. At least 1. */
export function secondsToQuotaReset(nowMs: number): number {
  const dayMs = 24 * 3600_000;
  return Math.max(1, Math.ceil((dayMs - (nowMs % dayMs)) / 1000));
}
