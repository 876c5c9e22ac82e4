import type { ISecret } from 'aws-cdk-lib/aws-secretsmanager';
import type { LonjaFunction } from './lonja-function.ts';

/** Lets a function check and make the signatures of the payment provider. */
export function allowProviderSecret(caller: LonjaFunction, secret: ISecret) {
  caller.addEnvironment('PAYMENT_PROVIDER_SECRET_ARN', secret.secretArn);
  secret.grantRead(caller);
}
