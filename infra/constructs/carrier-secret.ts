import type { ISecret } from 'aws-cdk-lib/aws-secretsmanager';
import type { LonjaFunction } from './lonja-function.ts';

/** Lets a function check and make the signatures of the carrier. */
export function allowCarrierSecret(caller: LonjaFunction, secret: ISecret) {
  caller.addEnvironment('CARRIER_SECRET_ARN', secret.secretArn);
  secret.grantRead(caller);
}
