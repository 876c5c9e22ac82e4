import { type App, CfnOutput, RemovalPolicy, Stack, Validations } from 'aws-cdk-lib';
import { EventBus } from 'aws-cdk-lib/aws-events';
import { AnyPrincipal, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Key, KeySpec, KeyUsage } from 'aws-cdk-lib/aws-kms';
import { Secret, type SecretProps } from 'aws-cdk-lib/aws-secretsmanager';
import { ConfigurationSet, EmailIdentity, EmailSendingEvent, EventDestination, Identity } from 'aws-cdk-lib/aws-ses';
import { constructId } from '../construct-id.ts';
import { DomainTable } from '../constructs/data/domain-table.ts';
import { SearchBucket } from '../constructs/data/search-bucket.ts';
import { PersonKeys } from '../constructs/person-keys.ts';
import type { Stage } from '../stages.ts';
import { type Buses, publishingDomains, storingDomains } from '../subscriptions.ts';

const generatedSecret = { passwordLength: 48, excludePunctuation: true };

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
  /** Push services know us by keys that are derived from it. */
  readonly pushSecret: Secret;
  /** E-mails are sent with it, so that their bounces and complaints come back. */
  readonly configurationSet: ConfigurationSet;
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
    this.providerSecret = this.createProviderSecret(stage, removalPolicy);
    this.carrierSecret = this.createSharedSecret('CarrierSecret', 'the carrier', removalPolicy);
    this.searchBucket = new SearchBucket(this, 'SearchBucket');
    new CfnOutput(this, 'SearchBucketName', { value: this.searchBucket.bucketName });
    this.pushSecret = this.createPushSecret(removalPolicy);
    new EmailIdentity(this, 'Sender', { identity: Identity.email(stage.senderEmail) });
    this.configurationSet = this.createConfigurationSet();
  }

  /** The tables of all domains that store anything, by the name of the domain. */
  get allTables(): ReadonlyMap<string, DomainTable> {
    return this.tables;
  }

  /** The table of a domain. Throws when `functions/domains.ts` does not list the domain, or it stores nothing. */
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
      storingDomains.map((domain) => {
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

  private createPushSecret(removalPolicy: RemovalPolicy): Secret {
    const secret = new Secret(this, 'PushSecret', {
      description: 'The keys by which push services know us are derived from it',
      generateSecretString: { passwordLength: 64, excludePunctuation: true },
      removalPolicy,
    });
    Validations.of(secret).acknowledge({
      id: 'AwsSolutions-SMG4',
      reason: 'Devices subscribe to the public key: after a rotation, no device would get a message.',
    });
    return secret;
  }

  /** SES publishes on the default bus only. Our own records stop an address, so that its owner can open it again by verifying it. */
  private createConfigurationSet(): ConfigurationSet {
    const configurationSet = new ConfigurationSet(this, 'ConfigurationSet', { disableSuppressionList: true });
    configurationSet.addEventDestination('Feedback', {
      destination: EventDestination.eventBus(EventBus.fromEventBusName(this, 'DefaultBus', 'default')),
      events: [EmailSendingEvent.BOUNCE, EmailSendingEvent.COMPLAINT],
    });
    return configurationSet;
  }

  private createSharedSecret(id: string, partner: string, removalPolicy: RemovalPolicy): Secret {
    return this.createSecret(id, removalPolicy, {
      description: `Signs the messages between ${partner} and us`,
      generateSecretString: generatedSecret,
    });
  }

  /** For Stripe, both values are entered after the first deployment: until then Stripe refuses our calls, and we its callbacks. */
  private createProviderSecret({ paymentProvider }: Stage, removalPolicy: RemovalPolicy): Secret {
    if (paymentProvider.kind === 'simulated') {
      return this.createSharedSecret('PaymentProviderSecret', 'the payment provider', removalPolicy);
    }
    return this.createSecret('PaymentProviderSecret', removalPolicy, {
      description: 'Stripe: apiKey (sk_live_…) and webhookSecret (whsec_…), to be entered by hand',
      generateSecretString: {
        ...generatedSecret,
        secretStringTemplate: JSON.stringify({ apiKey: 'not entered yet' }),
        generateStringKey: 'webhookSecret',
      },
    });
  }

  private createSecret(id: string, removalPolicy: RemovalPolicy, props: SecretProps): Secret {
    const secret = new Secret(this, id, { ...props, removalPolicy });
    Validations.of(secret).acknowledge({
      id: 'AwsSolutions-SMG4',
      reason: 'The other side has the same secret: it is changed by hand on both sides at once.',
    });
    return secret;
  }
}
