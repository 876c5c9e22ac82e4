import { CfnParameter, Stack, Validations } from 'aws-cdk-lib';
import { Policy, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Capability } from '../../functions/shared/domain.ts';
import { constructId } from '../construct-id.ts';
import { tokenIssuer } from '../stages.ts';
import { placeBesideAuth } from './auth-caller.ts';
import { allowCarrierSecret } from './carrier-secret.ts';
import { DomainFunction } from './domain-function.ts';
import { allowHealthChecks } from './health-checks.ts';
import type { LonjaFunction } from './lonja-function.ts';
import { allowProviderSecret } from './provider-secret.ts';
import { pushServicesSetting } from './push-services.ts';
import { replaceableUrl } from './replaceable-url.ts';
import { sharedMeterKey } from './rest/usage-plans.ts';
import { allowKeyRotation, allowSigning } from './signing-keys.ts';
import type { System } from './system.ts';

/** How each capability is granted: the permissions and the settings that it needs. */
const grants: Readonly<Record<Capability, (caller: LonjaFunction, system: System) => void>> = {
  'answer-saga': answerSaga,
  'call-auth': (caller, { stage, api }) => placeBesideAuth(caller, { stage, twinUrl: api.authTwinUrl(caller) }),
  'call-carrier': (caller, { data, api }) => {
    const stack = Stack.of(caller);
    caller.addEnvironment('CARRIER_URL', replaceableUrl(stack, 'CarrierUrl', api.carrierUrl));
    caller.addEnvironment('SHIPMENTS_URL', `${replaceableUrl(stack, 'RestUrl', api.restUrl)}/api/v1/shipments`);
    allowCarrierSecret(caller, data.carrierSecret);
  },
  'charge-cards': (caller, system) => {
    callProvider(caller, system);
    caller.addEnvironment(
      'PAYMENT_WEBHOOK_URL',
      `${replaceableUrl(Stack.of(caller), 'RestUrl', system.api.restUrl)}/api/v1/payments/webhook`,
    );
  },
  'check-health': allowHealthChecks,
  'close-payments': (caller, { api }) => {
    caller.addEnvironment('CLOSE_PAYMENT_FUNCTION_NAME', api.closePayment.functionName);
    caller.addToRolePolicy(
      new PolicyStatement({ actions: ['lambda:InvokeFunction'], resources: [api.closePayment.functionArn] }),
    );
  },
  'erase-personal-data': (caller, { data }) => data.personKeys.allowErasing(caller),
  'hold-stock': knowDeadline,
  'open-personal-data': (caller, { data }) => data.personKeys.allowOpening(caller),
  'manage-meters': manageMeters,
  'read-meters': (caller, { stage }) => {
    caller.addEnvironment('SHARED_METER_KEY', sharedMeterKey(stage));
  },
  'place-orders': knowDeadline,
  'read-order-details': (caller, { api }) =>
    invokeApis(caller, {
      PAYMENT_API_FUNCTION_NAME: api.restOf('payment'),
      SHIPPING_API_FUNCTION_NAME: api.restOf('shipping'),
      INVENTORY_API_FUNCTION_NAME: api.restOf('inventory'),
    }),
  'read-search-snapshots': (caller, { data }) => data.searchBucket.allowReads(caller),
  'register-devices': usePush,
  'reverse-charges': callProvider,
  'rotate-signing-keys': (caller, { stage }) => allowKeyRotation(caller, stage),
  'seal-personal-data': (caller, { data }) => data.personKeys.allowSealing(caller),
  'send-email': sendEmail,
  'send-push': (caller, system) => {
    usePush(caller, system);
    // Push services may ask the sender what went wrong.
    caller.addEnvironment('SENDER_EMAIL', system.stage.senderEmail);
  },
  'send-sms': (caller) => {
    // A telephone number is no resource: this allows publishing to numbers, and to no topic and no other endpoint.
    caller.addToRolePolicy(new PolicyStatement({ actions: ['sns:Publish'], notResources: ['arn:*:sns:*:*:*'] }));
  },
  'sign-tokens': (caller, { stage, data }) => {
    caller.addEnvironment('TOKEN_ISSUER', tokenIssuer(stage));
    allowSigning(caller, { stage, firstKey: data.signingKey });
  },
  'start-saga': (caller, { saga }) => saga.allowStarts(caller),
  'validate-methods': callProvider,
  'verify-carrier': (caller, { data }) => allowCarrierSecret(caller, data.carrierSecret),
  'verify-provider': (caller, { data }) => allowProviderSecret(caller, data.providerSecret),
  'verify-tokens': (caller, { stage }) => {
    caller.addEnvironment('TOKEN_ISSUER', tokenIssuer(stage));
  },
  'write-search-snapshots': (caller, { data }) => data.searchBucket.allowWrites(caller),
};

function knowDeadline(caller: LonjaFunction, { stage }: System): void {
  caller.addEnvironment('ORDER_DEADLINE_MINUTES', String(stage.orderDeadlineMinutes));
}

/** Every capability that a domain can declare. */
export const capabilities: readonly string[] = Object.keys(grants);

/** Grants every function of a domain what the domain declares for it. */
export function grantCapabilities(system: System): void {
  const { api, saga, events } = system;
  for (const caller of [api, saga, events].flatMap((stack) => stack.node.findAll())) {
    if (!(caller instanceof DomainFunction)) continue;
    for (const capability of caller.may) grants[capability](caller, system);
  }
}

/**
 * The policy is part of the last stack. As part of the function's own, the stacks would wait for each other: the state machine
 * calls the charge task, and its stack needs the address of the webhook.
 */
function answerSaga(caller: LonjaFunction, { saga, events }: System): void {
  caller.role?.attachInlinePolicy(
    new Policy(events, constructId(...caller.node.path.split('/'), 'answers-saga'), {
      statements: [new PolicyStatement({ actions: ['states:SendTaskSuccess'], resources: [saga.machine.stateMachineArn] })],
    }),
  );
}

/** Lets a function call routes of other domains, with the identity of its own caller. */
function invokeApis(caller: LonjaFunction, apis: Readonly<Record<string, LonjaFunction>>): void {
  for (const [setting, { functionName }] of Object.entries(apis)) caller.addEnvironment(setting, functionName);
  const resources = Object.values(apis).map(({ functionArn }) => functionArn);
  caller.addToRolePolicy(new PolicyStatement({ actions: ['lambda:InvokeFunction'], resources }));
}

function callProvider(caller: LonjaFunction, { data, api }: System): void {
  if (api.paymentProviderUrl !== undefined) {
    caller.addEnvironment('PAYMENT_PROVIDER_URL', replaceableUrl(Stack.of(caller), 'PaymentProviderUrl', api.paymentProviderUrl));
  }
  allowProviderSecret(caller, data.providerSecret);
}

/** Push services know us by keys that are derived from a secret. */
function usePush(caller: LonjaFunction, { stage, data: { pushSecret } }: System): void {
  caller.addEnvironment('PUSH_SERVICES', pushServicesSetting(Stack.of(caller), stage));
  caller.addEnvironment('PUSH_SECRET_ARN', pushSecret.secretArn);
  caller.addToRolePolicy(new PolicyStatement({ actions: ['secretsmanager:GetSecretValue'], resources: [pushSecret.secretArn] }));
}

/** Creates, finds and deletes keys of API Gateway, and adds them to the plans of this stage only. */
function manageMeters(caller: LonjaFunction, { api }: System): void {
  const { default: defaultPlan, partner } = api.usagePlans.ids;
  caller.addEnvironment('DEFAULT_PLAN_ID', defaultPlan);
  caller.addEnvironment('PARTNER_PLAN_ID', partner);
  const stack = Stack.of(caller);
  caller.addEnvironment('METER_SETTLE_SECONDS', meterSettleSeconds(stack).valueAsString);
  const gateway = (resource: string) => `arn:${stack.partition}:apigateway:${stack.region}::${resource}`;
  caller.addToRolePolicy(
    new PolicyStatement({ actions: ['apigateway:GET', 'apigateway:POST'], resources: [gateway('/apikeys')] }),
  );
  caller.addToRolePolicy(new PolicyStatement({ actions: ['apigateway:DELETE'], resources: [gateway('/apikeys/*')] }));
  caller.addToRolePolicy(
    new PolicyStatement({
      actions: ['apigateway:POST'],
      resources: [defaultPlan, partner].map((plan) => gateway(`/usageplans/${plan}/keys`)),
    }),
  );
  Validations.of(caller.role ?? caller).acknowledge({
    id: 'AwsSolutions-IAM5[Resource::arn:<AWS::Partition>:apigateway:<AWS::Region>::/apikeys/*]',
    reason: 'The ids of keys are given by API Gateway when they are created.',
  });
}

function meterSettleSeconds(stack: Stack): CfnParameter {
  const declared = stack.node.tryFindChild('MeterSettleSeconds');
  if (declared instanceof CfnParameter) return declared;
  return new CfnParameter(stack, 'MeterSettleSeconds', {
    type: 'Number',
    default: 60,
    minValue: 0,
    description: 'How long API Gateway may take to know a new key everywhere.',
  });
}

function sendEmail(caller: LonjaFunction, { stage: { senderEmail, frontEndUrl }, data }: System): void {
  const stack = Stack.of(caller);
  caller.addEnvironment('SENDER_EMAIL', senderEmail);
  // For links.
  caller.addEnvironment('FRONT_END_URL', frontEndUrl);
  caller.addEnvironment('SES_CONFIGURATION_SET', data.configurationSet.configurationSetName);
  caller.addToRolePolicy(
    new PolicyStatement({
      actions: ['ses:SendEmail'],
      resources: [
        // While an account is in the SES sandbox, the identity of the recipient is checked too: only the sender is fixed.
        stack.formatArn({ service: 'ses', resource: 'identity', resourceName: '*' }),
        stack.formatArn({
          service: 'ses',
          resource: 'configuration-set',
          resourceName: data.configurationSet.configurationSetName,
        }),
      ],
      conditions: { StringEquals: { 'ses:FromAddress': senderEmail } },
    }),
  );
  Validations.of(caller.role ?? caller).acknowledge({
    id: 'AwsSolutions-IAM5[Resource::arn:<AWS::Partition>:ses:<AWS::Region>:<AWS::AccountId>:identity/*]',
    reason: 'Any recipient, but only one sender, by condition.',
  });
}
