import { CfnCondition, CfnParameter, Fn } from 'aws-cdk-lib';
import type { ISecret } from 'aws-cdk-lib/aws-secretsmanager';
import type { Construct } from 'constructs';
import type { LonjaFunction } from './lonja-function.ts';

/** Where the payment provider is, and the secret that both sides sign with. */
export type PaymentProvider = { url: string; secret: ISecret };

/** Lets a function call the provider: address and signing secret. */
export function letCharge(caller: LonjaFunction, { url, secret }: PaymentProvider) {
  caller.addEnvironment('PAYMENT_PROVIDER_URL', url);
  letVerify(caller, secret);
}

/** Lets a function check or make the provider's signatures. */
export function letVerify(caller: LonjaFunction, secret: ISecret) {
  caller.addEnvironment('PAYMENT_PROVIDER_SECRET_ARN', secret.secretArn);
  secret.grantRead(caller);
}

/**
 * An address that a deployment may replace by a stack parameter: by a custom domain, or, where API Gateway's own names do not
 * resolve, by the address it answers at. Left empty the parameter changes nothing.
 */
export function replaceableUrl(scope: Construct, name: string, usual: string): string {
  const given = new CfnParameter(scope, name, {
    default: '',
    description: 'Base URL without a trailing slash; empty: the usual one.',
    allowedPattern: '(https?://.*[^/])?',
  });
  const isGiven = new CfnCondition(scope, `${name}IsGiven`, {
    expression: Fn.conditionNot(Fn.conditionEquals(given.valueAsString, '')),
  });
  return Fn.conditionIf(isGiven.logicalId, given.valueAsString, usual).toString();
}
