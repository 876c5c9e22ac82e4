import { type App, CfnOutput, RemovalPolicy, Stack, Validations } from 'aws-cdk-lib';
import { EventBus } from 'aws-cdk-lib/aws-events';
import { AnyPrincipal, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Key, KeySpec, KeyUsage } from 'aws-cdk-lib/aws-kms';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { busNameOf, type Domain } from '../../events-schemas/topology.ts';
import { constructId } from '../construct-id.ts';
import { DomainTable } from '../constructs/domain-table.ts';
import type { Stage } from '../stages.ts';
import { type Buses, publishingDomains } from '../subscriptions.ts';

export type Tables = Readonly<Record<Domain, DomainTable>>;

/** Everything that must outlive a deployment: tables, keys, secrets, and the buses that others' rules hang on. */
export class DataStack extends Stack {
  readonly tableKey: Key;
  readonly tables: Tables;
  readonly buses: Buses;
  /** Signs access tokens (ES256). Only signing in and refreshing may use it. */
  readonly signingKey: Key;
  /** What we and the payment provider sign our messages with. */
  readonly providerSecret: Secret;

  constructor(app: App, id: string, { stage }: { stage: Stage }) {
    super(app, id, { stackName: `lonja-${stage.name}-data`, description: 'Tables, keys and buses of the marketplace' });
    const removalPolicy = stage.onDelete === 'retain' ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY;
    this.tableKey = this.makeTableKey(removalPolicy);
    this.tables = this.makeTables(stage);
    this.buses = new Map(
      publishingDomains.map((domain) => [
        domain,
        new EventBus(this, constructId(domain, 'bus'), {
          eventBusName: busNameOf(stage.name, domain),
          description: `What ${domain} tells`,
        }),
      ]),
    );
    this.signingKey = new Key(this, 'SigningKey', {
      description: 'Signs access tokens',
      keySpec: KeySpec.ECC_NIST_P256,
      keyUsage: KeyUsage.SIGN_VERIFY,
      removalPolicy,
    });
    this.providerSecret = new Secret(this, 'PaymentProviderSecret', {
      description: 'Signs what we and the payment provider send each other',
      generateSecretString: { passwordLength: 48, excludePunctuation: true },
      removalPolicy,
    });
    Validations.of(this.providerSecret).acknowledge({
      id: 'AwsSolutions-SMG4',
      reason: 'The provider holds the same secret: it is changed on both sides together, by hand.',
    });
  }

  /** Whoever may use a table may use its key, but only through DynamoDB; so that no function needs a right of its own on it. */
  private makeTableKey(removalPolicy: RemovalPolicy): Key {
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

  private makeTables(stage: Stage): Tables {
    const table = (domain: Domain, indexName?: string) => {
      const made = new DomainTable(this, constructId(domain, 'table'), {
        stage,
        key: this.tableKey,
        publishes: publishingDomains.includes(domain),
        ...(indexName !== undefined && { indexName }),
      });
      new CfnOutput(this, constructId(domain, 'table-name'), { value: made.tableName });
      return made;
    };
    return {
      auth: table('auth'),
      product: table('product'),
      inventory: table('inventory'),
      order: table('order', 'byCustomer'),
      payment: table('payment'),
      shipping: table('shipping'),
      notification: table('notification'),
      audit: table('audit', 'byCorrelation'),
    };
  }
}
