import { type App, CfnOutput, RemovalPolicy, Stack, Validations } from 'aws-cdk-lib';
import { EventBus } from 'aws-cdk-lib/aws-events';
import { AnyPrincipal, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Key, KeySpec, KeyUsage } from 'aws-cdk-lib/aws-kms';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { EmailIdentity, Identity } from 'aws-cdk-lib/aws-ses';
import { domains } from '../../functions/domains.ts';
import { constructId } from '../construct-id.ts';
import { DomainTable } from '../constructs/domain-table.ts';
import { PersonKeys } from '../constructs/person-keys.ts';
import { SearchBucket } from '../constructs/search-bucket.ts';
import type { Stage } from '../stages.ts';
import { type Buses, publishingDomains } from '../subscriptions.ts';

/** Everything that must outlive a deployment: tables, search snapshots, keys, secrets, the sender of emails, and the buses. */
export class DataStack extends Stack {
  readonly tableKey: Key;
  readonly buses: Buses;
  /** Signs access tokens (ES256). Only signing in and refreshing may use it. */
  readonly signingKey: Key;
  /** The keys of sensitive fields. */
  readonly personKeys: PersonKeys;
  /** The payment provider and we sign our messages with it. */
  readonly providerSecret: Secret;
  /** The carrier and we sign our messages with it. */
  readonly carrierSecret: Secret;
  /** Holds the snapshots that searches start from. */
  readonly searchBucket: SearchBucket;
  private readonly tables: ReadonlyMap<string, DomainTable>;

  constructor(app: App, id: string, { stage }: { stage: Stage }) {
    super(app, id, { stackName: `lonja-${stage.name}-data`, description: 'Tables, keys and buses of the marketplace' });
    const removalPolicy = stage.onDelete === 'retain' ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY;
    this.tableKey = this.createTableKey(removalPolicy);
    this.tables = this.createTables(stage);
    this.buses = new Map(
      publishingDomains.map(({ name }) => [
        name,
        new EventBus(this, constructId(name, 'bus'), {
          // Like the topic exchanges of the seeds; the stage separates two deployments in one account.
          eventBusName: `${stage.name}-${name}.events`,
          description: `Events of ${name}`,
        }),
      ]),
    );
    this.signingKey = new Key(this, 'SigningKey', {
      description: 'Signs access tokens',
      keySpec: KeySpec.ECC_NIST_P256,
      keyUsage: KeyUsage.SIGN_VERIFY,
      removalPolicy,
    });
    this.personKeys = new PersonKeys(this, 'PersonKeys', { stage, tableKey: this.tableKey });
    new CfnOutput(this, 'PersonKeyTableName', { value: this.personKeys.table.tableName });
    this.providerSecret = this.createSharedSecret('PaymentProviderSecret', 'the payment provider', removalPolicy);
    this.carrierSecret = this.createSharedSecret('CarrierSecret', 'the carrier', removalPolicy);
    this.searchBucket = new SearchBucket(this, 'SearchBucket');
    new CfnOutput(this, 'SearchBucketName', { value: this.searchBucket.bucketName });
    new EmailIdentity(this, 'Sender', { identity: Identity.email(stage.senderEmail) });
  }

  /** The table of a domain. Throws when `functions/domains.ts` does not list the domain. */
  table(domain: string): DomainTable {
    const table = this.tables.get(domain);
    if (table === undefined) throw new Error(`no table of ${domain}: functions/domains.ts does not list it`);
    return table;
  }

  /** Anyone who may use a table may use its key, but only through DynamoDB. So functions need no right of their own on the key. */
  private createTableKey(removalPolicy: RemovalPolicy): Key {
    const key = new Key(this, 'TableKey', { description: 'Encrypts the tables', enableKeyRotation: true, removalPolicy });
    key.addToResourcePolicy(
      new PolicyStatement({
        principals: [new AnyPrincipal()],
        actions: ['kms:CreateGrant', 'kms:Decrypt', 'kms:DescribeKey', 'kms:Encrypt', 'kms:GenerateDataKey*', 'kms:ReEncrypt*'],
        resources: ['*'],
        conditions: {
          StringEquals: { 'kms:CallerAccount': this.account, 'kms:ViaService': `dynamodb.${this.region}.${this.urlSuffix}` },
        },
      }),
    );
    return key;
  }

  private createTables(stage: Stage): ReadonlyMap<string, DomainTable> {
    return new Map(
      domains.map((domain) => {
        const { name, indexes } = domain;
        const table = new DomainTable(this, constructId(name, 'table'), {
          stage,
          key: this.tableKey,
          publishes: publishingDomains.includes(domain),
          ...(indexes !== undefined && { indexes }),
        });
        new CfnOutput(this, constructId(name, 'table-name'), { value: table.tableName });
        return [name, table];
      }),
    );
  }

  private createSharedSecret(id: string, partner: string, removalPolicy: RemovalPolicy): Secret {
    const secret = new Secret(this, id, {
      description: `Signs the messages between ${partner} and us`,
      generateSecretString: { passwordLength: 48, excludePunctuation: true },
      removalPolicy,
    });
    Validations.of(secret).acknowledge({
      id: 'AwsSolutions-SMG4',
      reason: 'The other side has the same secret: it is changed by hand on both sides at once.',
    });
    return secret;
  }
}
