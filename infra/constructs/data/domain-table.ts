import { RemovalPolicy } from 'aws-cdk-lib';
import { AttributeType, BillingMode, ProjectionType, StreamViewType, Table, TableEncryption } from 'aws-cdk-lib/aws-dynamodb';
import { Grant, type IGrantable, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';
import type { Stage } from '../../stages.ts';

export type DomainTableProps = {
  stage: Stage;
  key: IKey;
  /** Whether the domain publishes events. Its table then has a stream, which its relay reads. */
  publishes: boolean;
  /** For lists that the key does not give: the first index over `gsi1pk` and `gsi1sk`, the second over `gsi2pk` and `gsi2sk`. */
  indexes?: readonly string[];
};

/** All items of one domain, with keys `pk` and `sk`. DynamoDB deletes an item after its `expiresAt`. */
export class DomainTable extends Table {
  private readonly indexNames: readonly string[];

  constructor(scope: Construct, id: string, { stage, key, publishes, indexes = [] }: DomainTableProps) {
    super(scope, id, {
      partitionKey: { name: 'pk', type: AttributeType.STRING },
      sortKey: { name: 'sk', type: AttributeType.STRING },
      billingMode: BillingMode.PAY_PER_REQUEST,
      encryption: TableEncryption.CUSTOMER_MANAGED,
      encryptionKey: key,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      timeToLiveAttribute: 'expiresAt',
      deletionProtection: stage.onDelete === 'retain',
      removalPolicy: stage.onDelete === 'retain' ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
      ...(publishes && { stream: StreamViewType.NEW_IMAGE }),
    });
    this.indexNames = indexes;
    for (const [position, indexName] of indexes.entries()) {
      this.addGlobalSecondaryIndex({
        indexName,
        partitionKey: { name: `gsi${position + 1}pk`, type: AttributeType.STRING },
        sortKey: { name: `gsi${position + 1}sk`, type: AttributeType.STRING },
        projectionType: ProjectionType.ALL,
      });
    }
  }

  /** Reads items by key and by query, but never scans. */
  allowReads(reader: IGrantable) {
    this.allow(reader, ['dynamodb:BatchGetItem', 'dynamodb:GetItem']);
    Grant.addToPrincipal({
      grantee: reader,
      actions: ['dynamodb:Query'],
      resourceArns: [this.tableArn, ...this.indexNames.map((name) => `${this.tableArn}/index/${name}`)],
    });
  }

  /** Reads items by key whose partition key begins so, and no others. */
  allowReadsBelow(reader: IGrantable, beginning: string) {
    reader.grantPrincipal.addToPrincipalPolicy(
      new PolicyStatement({
        actions: ['dynamodb:GetItem'],
        resources: [this.tableArn],
        conditions: { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': [`${beginning}*`] } },
      }),
    );
  }

  /** What a commit needs: reads, and every kind of write that a transaction can hold. */
  allowCommits(writer: IGrantable) {
    this.allowReads(writer);
    this.allow(writer, ['dynamodb:ConditionCheckItem', 'dynamodb:DeleteItem', 'dynamodb:PutItem', 'dynamodb:UpdateItem']);
  }

  /** Puts items, but neither reads nor deletes any. */
  allowPuts(writer: IGrantable) {
    this.allow(writer, ['dynamodb:PutItem']);
  }

  /** Reads the stream and the outbox, and deletes published outbox items. */
  allowRelaying(relay: IGrantable) {
    this.allow(relay, ['dynamodb:DeleteItem', 'dynamodb:Query']);
    Grant.addToPrincipal({
      grantee: relay,
      actions: ['dynamodb:DescribeStream', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator'],
      resourceArns: [this.requireStreamArn()],
    });
    // Lambda lists streams before it reads one, and AWS accepts no resource for that.
    Grant.addToPrincipal({ grantee: relay, actions: ['dynamodb:ListStreams'], resourceArns: ['*'] });
  }

  /** The ARN of the stream. Throws for a domain that publishes nothing. */
  requireStreamArn(): string {
    if (this.tableStreamArn === undefined) throw new Error(`${this.node.path} has no stream: its domain publishes nothing`);
    return this.tableStreamArn;
  }

  private allow(grantee: IGrantable, actions: string[]) {
    Grant.addToPrincipal({ grantee, actions, resourceArns: [this.tableArn] });
  }
}
