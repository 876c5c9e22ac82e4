import { RemovalPolicy } from 'aws-cdk-lib';
import { AttributeType, BillingMode, ProjectionType, StreamViewType, Table, TableEncryption } from 'aws-cdk-lib/aws-dynamodb';
import { Grant, type IGrantable } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';
import type { Stage } from '../stages.ts';

export type DomainTableProps = {
  stage: Stage;
  key: IKey;
  /** Whether the domain publishes: then the table has a stream that its relay reads. */
  publishes: boolean;
  /** An index over `gsi1pk`, `gsi1sk`, for lists that the key does not give. */
  indexName?: string;
};

/** All items of one domain: keys `pk` and `sk`, old ones deleted by `expiresAt`. */
export class DomainTable extends Table {
  private readonly indexNames: readonly string[];

  constructor(scope: Construct, id: string, { stage, key, publishes, indexName }: DomainTableProps) {
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
    this.indexNames = indexName === undefined ? [] : [indexName];
    if (indexName !== undefined) {
      this.addGlobalSecondaryIndex({
        indexName,
        partitionKey: { name: 'gsi1pk', type: AttributeType.STRING },
        sortKey: { name: 'gsi1sk', type: AttributeType.STRING },
        projectionType: ProjectionType.ALL,
      });
    }
  }

  /** Reads items one by one and in order; never scans. */
  allowReads(reader: IGrantable) {
    this.allow(reader, ['dynamodb:BatchGetItem', 'dynamodb:GetItem']);
    Grant.addToPrincipal({
      grantee: reader,
      actions: ['dynamodb:Query'],
      resourceArns: [this.tableArn, ...this.indexNames.map((name) => `${this.tableArn}/index/${name}`)],
    });
  }

  /** What `commit` needs: reads, and any write a transaction may hold. */
  allowCommits(writer: IGrantable) {
    this.allowReads(writer);
    this.allow(writer, ['dynamodb:ConditionCheckItem', 'dynamodb:DeleteItem', 'dynamodb:PutItem', 'dynamodb:UpdateItem']);
  }

  /** Puts items, and can neither read nor delete any. */
  allowPuts(writer: IGrantable) {
    this.allow(writer, ['dynamodb:PutItem']);
  }

  /** Reads what was written, in order, and takes published outbox items away. */
  allowRelaying(relay: IGrantable) {
    this.allow(relay, ['dynamodb:DeleteItem', 'dynamodb:Query']);
    Grant.addToPrincipal({
      grantee: relay,
      actions: ['dynamodb:DescribeStream', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator'],
      resourceArns: [this.requireStreamArn()],
    });
    // Lambda lists streams before it reads one, and AWS takes no resource for that.
    Grant.addToPrincipal({ grantee: relay, actions: ['dynamodb:ListStreams'], resourceArns: ['*'] });
  }

  /** The stream's address; throws for a domain that publishes nothing. */
  requireStreamArn(): string {
    if (this.tableStreamArn === undefined) throw new Error(`${this.node.path} has no stream: its domain publishes nothing`);
    return this.tableStreamArn;
  }

  private allow(grantee: IGrantable, actions: string[]) {
    Grant.addToPrincipal({ grantee, actions, resourceArns: [this.tableArn] });
  }
}
