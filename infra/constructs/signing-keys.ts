import { Stack, Validations } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { Stage } from '../stages.ts';
import type { LonjaFunction } from './lonja-function.ts';

/** The tag of every signing key that the rotation creates. Rights are limited by it, since the ARNs of future keys are unknown. */
const tagKey = 'lonja:signing-key';

const anyKeyOf = (scope: LonjaFunction) => Stack.of(scope).formatArn({ service: 'kms', resource: 'key', resourceName: '*' });

/** Lets a function sign access tokens, with the first key and with those that the rotation creates later. */
export function allowSigning(signer: LonjaFunction, { stage, firstKey }: { stage: Stage; firstKey: IKey }) {
  signer.addEnvironment('SIGNING_KEY_ID', firstKey.keyId);
  signer.addToRolePolicy(new PolicyStatement({ actions: ['kms:GetPublicKey', 'kms:Sign'], resources: [firstKey.keyArn] }));
  signer.addToRolePolicy(
    new PolicyStatement({
      actions: ['kms:Sign'],
      resources: [anyKeyOf(signer)],
      conditions: { StringEquals: { [`aws:ResourceTag/${tagKey}`]: stage.name } },
    }),
  );
  acknowledge(signer);
}

/** Lets a function create signing keys, publish them, and delete those that it created. It cannot sign. */
export function allowKeyRotation(rotation: LonjaFunction, { name }: Stage) {
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
    reason: 'Keys are created as they are needed. The condition allows only those with the tag of this stage.',
  });
}
