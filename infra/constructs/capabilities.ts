import { Stack, Validations } from 'aws-cdk-lib';
import { Policy, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Capability } from '../../functions/shared/domain.ts';
import { constructId } from '../construct-id.ts';
import type { ApiStack } from '../stacks/api-stack.ts';
import type { DataStack } from '../stacks/data-stack.ts';
import type { EventsStack } from '../stacks/events-stack.ts';
import type { SagaStack } from '../stacks/saga-stack.ts';
import { type Stage, tokenIssuer } from '../stages.ts';
import { placeBesideAuth } from './auth-caller.ts';
import { allowCarrierSecret } from './carrier-secret.ts';
import { DomainFunction } from './domain-function.ts';
import type { LonjaFunction } from './lonja-function.ts';
import { allowProviderSecret } from './provider-secret.ts';
import { replaceableUrl } from './replaceable-url.ts';
import { allowKeyRotation, allowSigning } from './signing-keys.ts';

/** The stacks with functions of domains, and with what these may be allowed to use. */
export type System = { stage: Stage; data: DataStack; api: ApiStack; saga: SagaStack; events: EventsStack };

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
  'close-payments': (caller, { api }) => {
    caller.addEnvironment('CLOSE_PAYMENT_FUNCTION_NAME', api.closePayment.functionName);
    caller.addToRolePolicy(
      new PolicyStatement({ actions: ['lambda:InvokeFunction'], resources: [api.closePayment.functionArn] }),
    );
  },
  'erase-personal-data': (caller, { data }) => data.personKeys.allowErasing(caller),
  'hold-stock': knowDeadline,
  'open-personal-data': (caller, { data }) => data.personKeys.allowOpening(caller),
  'place-orders': knowDeadline,
  'read-order-details': (caller, { api }) =>
    invokeApis(caller, {
      PAYMENT_API_FUNCTION_NAME: api.restOf('payment'),
      SHIPPING_API_FUNCTION_NAME: api.restOf('shipping'),
      INVENTORY_API_FUNCTION_NAME: api.restOf('inventory'),
    }),
  'read-search-snapshots': (caller, { data }) => data.searchBucket.allowReads(caller),
  'reverse-charges': callProvider,
  'rotate-signing-keys': (caller, { stage }) => allowKeyRotation(caller, stage),
  'seal-personal-data': (caller, { data }) => data.personKeys.allowSealing(caller),
  'send-email': sendEmail,
  'sign-tokens': (caller, { stage, data }) => {
    caller.addEnvironment('TOKEN_ISSUER', tokenIssuer(stage));
    allowSigning(caller, { stage, firstKey: data.signingKey });
  },
  'start-saga': (caller, { saga }) => saga.allowStarts(caller),
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
  caller.addEnvironment('PAYMENT_PROVIDER_URL', replaceableUrl(Stack.of(caller), 'PaymentProviderUrl', api.paymentProviderUrl));
  allowProviderSecret(caller, data.providerSecret);
}

function sendEmail(caller: LonjaFunction, { stage: { senderEmail } }: System): void {
  caller.addEnvironment('SENDER_EMAIL', senderEmail);
  caller.addToRolePolicy(
    new PolicyStatement({
      actions: ['ses:SendEmail'],
      // While an account is in the SES sandbox, the identity of the recipient is checked too: only the sender is fixed.
      resources: [Stack.of(caller).formatArn({ service: 'ses', resource: 'identity', resourceName: '*' })],
      conditions: { StringEquals: { 'ses:FromAddress': senderEmail } },
    }),
  );
  Validations.of(caller.role ?? caller).acknowledge({
    id: 'AwsSolutions-IAM5[Resource::arn:<AWS::Partition>:ses:<AWS::Region>:<AWS::AccountId>:identity/*]',
    reason: 'Any recipient, but only one sender, by condition.',
  });
}
