import { ApiKey, Period, UsagePlan } from 'aws-cdk-lib/aws-apigateway';
import { Construct } from 'constructs';
import type { Stage, UsageLimits } from '../../stages.ts';
import type { LoggedRestApi } from './logged-rest-api.ts';

export type UsagePlansProps = { stage: Stage; api: LoggedRestApi };

/**
 * The key under which organizations without a key of their own are counted together: those of the last minute. It is an identifier
 * and no secret, unique in the account and region.
 */
export const sharedMeterKey = ({ name }: Stage) => `newOrganizationsOfStage${name}`;

/**
 * The plans against which calls with a token are counted, each key on its own: the default one for organizations, and the one for
 * partners. Keys are added as organizations and partners come.
 */
export class UsagePlans extends Construct {
  readonly ids: Readonly<Record<'default' | 'partner', string>>;

  constructor(scope: Construct, id: string, { stage, api }: UsagePlansProps) {
    super(scope, id);
    const plan = (planId: string, description: string, limits: UsageLimits) =>
      new UsagePlan(this, planId, {
        description,
        apiStages: [{ api, stage: api.deploymentStage }],
        throttle: { rateLimit: limits.steadyPerSecond, burstLimit: limits.burst },
        quota: { limit: limits.perDay, period: Period.DAY },
      });
    const byDefault = plan('Default', 'Each organization', stage.usagePlans.default);
    const partner = plan('Partner', 'Each partner with a key of its own', stage.usagePlans.partner);
    byDefault.addApiKey(new ApiKey(this, 'NewOrganizations', { value: sharedMeterKey(stage), description: 'New organizations' }));
    this.ids = { default: byDefault.usagePlanId, partner: partner.usagePlanId };
  }
}
