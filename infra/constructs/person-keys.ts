import { RemovalPolicy } from 'aws-cdk-lib';
import { AnyPrincipal, Effect, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { type IKey, Key } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import type { Stage } from '../stages.ts';
import { DomainTable } from './data/domain-table.ts';
import type { LonjaFunction } from './lonja-function.ts';

/** `use` is part of the encryption context of every data key (see `functions/shared/sealing/kms-client.ts`). */
const forPersonalData = { 'kms:EncryptionContext:use': 'personal-data' };

/**
 * The data keys that sensitive fields of events are encrypted with: one for each person, in a table, wrapped by a KMS key that is used
 * for nothing else.
 */
export class PersonKeys extends Construct {
  readonly table: DomainTable;
  private readonly wrappingKey: Key;

  constructor(scope: Construct, id: string, { stage, tableKey }: { stage: Stage; tableKey: IKey }) {
    super(scope, id);
    this.table = new DomainTable(this, 'Table', { stage, key: tableKey, publishes: false });
    this.wrappingKey = new Key(this, 'WrappingKey', {
      description: 'Wraps the data keys of persons',
      enableKeyRotation: true,
      removalPolicy: stage.onDelete === 'retain' ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    });
    // Whatever rights somebody has: without the context, nothing is wrapped or unwrapped.
    this.wrappingKey.addToResourcePolicy(
      new PolicyStatement({
        effect: Effect.DENY,
        principals: [new AnyPrincipal()],
        actions: ['kms:Decrypt', 'kms:Encrypt', 'kms:GenerateDataKey*', 'kms:ReEncrypt*'],
        resources: ['*'],
        conditions: { StringNotEquals: forPersonalData },
      }),
    );
  }

  /** Makes the key of a person on first use, and uses it. */
  allowSealing(publisher: LonjaFunction) {
    this.allow(publisher, ['dynamodb:GetItem', 'dynamodb:PutItem'], ['kms:Decrypt', 'kms:GenerateDataKey']);
  }

  /** Uses the keys that there are. */
  allowOpening(consumer: LonjaFunction) {
    this.allow(consumer, ['dynamodb:GetItem'], ['kms:Decrypt']);
  }

  /** Replaces keys by tombstones, and can use none. */
  allowErasing(eraser: LonjaFunction) {
    this.allow(eraser, ['dynamodb:PutItem'], []);
  }

  private allow(caller: LonjaFunction, onTable: string[], onKey: string[]) {
    caller.addEnvironment('PERSON_KEY_TABLE_NAME', this.table.tableName);
    caller.addToRolePolicy(new PolicyStatement({ actions: onTable, resources: [this.table.tableArn] }));
    if (onKey.length === 0) return;
    caller.addEnvironment('PERSONAL_DATA_KEY_ID', this.wrappingKey.keyArn);
    caller.addToRolePolicy(
      new PolicyStatement({
        actions: onKey,
        resources: [this.wrappingKey.keyArn],
        conditions: { StringEquals: forPersonalData },
      }),
    );
  }
}
