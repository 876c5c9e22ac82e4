import { Stack, Validations } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Stage } from '../stages.ts';
import type { LonjaFunction } from './lonja-function.ts';

/** What a signing key bears that the rotation made: by it alone the rights below are limited, since its ARN is not known here. */
const tagKey = 'lonja:signing-key';

const anyKeyOf = (scope: LonjaFunction) => Stack.of(scope).formatArn({ service: 'kms', resource: 'key', resourceName: '*' });

/** Lets a function sign with the keys that follow the first one. */
export function letSignWithLaterKeys(signer: LonjaFunction, { name }: Stage) {
  signer.addToRolePolicy(
    new PolicyStatement({
      actions: ['kms:Sign'],
      resources: [anyKeyOf(signer)],
      conditions: { StringEquals: { [`aws:ResourceTag/${tagKey}`]: name } },
    }),
  );
  acknowledge(signer);
}

/** Lets a function make signing keys, publish them and retire those that it made; it signs nothing. */
export function letRotate(rotation: LonjaFunction, { name }: Stage) {
  rotation.addToRolePolicy(
    new PolicyStatement({
      actions: ['kms:CreateKey', 'kms:TagResource'],
      resources: ['*'],
      conditions: { StringEquals: { [`aws:RequestTag/${tagKey}`]: name } },
    }),
  );
  rotation.addToRolePolicy(
    new PolicyStatement({
      actions: ['kms:GetPublicKey', 'kms:ScheduleKeyDeletion'],
      resources: [anyKeyOf(rotation)],
      conditions: { StringEquals: { [`aws:ResourceTag/${tagKey}`]: name } },
    }),
  );
  acknowledge(rotation);
}

function acknowledge(caller: LonjaFunction) {
  Validations.of(caller.role ?? caller).acknowledge({
    id: 'AwsSolutions-IAM5[Resource::arn:<AWS::Partition>:kms:<AWS::Region>:<AWS::AccountId>:key/*]',
    reason: 'Keys are made as they are needed; the condition allows only those that bear this stage’s tag.',
  });
}
