import { beforeAll, describe, expect, it } from 'vitest';
import { domains } from '../../functions/domains.ts';
import { constructId } from '../construct-id.ts';
import { publishingDomains, storingDomains } from '../subscriptions.ts';
import { resourcesOf, synthesized, type Templates } from '../synthesized.ts';

let data: Templates['Data'];
beforeAll(async () => {
  data = (await synthesized('dev')).Data;
});

describe('tables', () => {
  it('exist once per domain that stores anything and one for the keys of persons, recoverable, encrypted with our key, with expiresAt as time to live', () => {
    const tables = resourcesOf(data, 'AWS::DynamoDB::Table');
    expect(tables.filter(({ id }) => !id.startsWith('PersonKeys'))).toHaveLength(storingDomains.length);
    expect(tables).toHaveLength(storingDomains.length + 1);
    for (const { id, properties } of tables) {
      expect(properties, id).toMatchObject({
        BillingMode: 'PAY_PER_REQUEST',
        PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
        TimeToLiveSpecification: { AttributeName: 'expiresAt', Enabled: true },
        SSESpecification: { SSEEnabled: true, SSEType: 'KMS' },
        KeySchema: [
          { AttributeName: 'pk', KeyType: 'HASH' },
          { AttributeName: 'sk', KeyType: 'RANGE' },
        ],
      });
      expect(properties.SSESpecification.KMSMasterKeyId['Fn::GetAtt'][0], id).toMatch(/^TableKey/);
    }
  });

  it('have a stream of new images where the domain publishes, and none elsewhere', () => {
    const streams = resourcesOf(data, 'AWS::DynamoDB::Table').filter(
      ({ properties }) => properties.StreamSpecification?.StreamViewType === 'NEW_IMAGE',
    );
    expect(tableIds(streams)).toEqual(publishingDomains.map(({ name }) => constructId(name)).toSorted());
    expect(publishingDomains.length).toBeLessThan(domains.length);
  });

  it('have the indexes that their domains declare', () => {
    const indexes = resourcesOf(data, 'AWS::DynamoDB::Table').flatMap(({ id, properties }) =>
      (properties.GlobalSecondaryIndexes ?? []).map(
        ({ IndexName }: { IndexName: string }) => `${id.replace(/Table.*/, '')}.${IndexName}`,
      ),
    );
    const declared = domains.flatMap(({ name, indexes = [] }) => indexes.map((index) => `${constructId(name)}.${index}`));
    expect(indexes.toSorted()).toEqual(declared.toSorted());
    expect(declared).toContain('Order.byCustomerOrStatus');
  });

  const tableIds = (tables: { id: string }[]) => tables.map(({ id }) => id.replace(/Table.*/, '')).toSorted();
});

describe('keys', () => {
  it('allow the use of the table key only through DynamoDB, and sign with another', () => {
    data.hasResourceProperties('AWS::KMS::Key', { KeySpec: 'ECC_NIST_P256', KeyUsage: 'SIGN_VERIFY' });
    const [tableKey] = resourcesOf(data, 'AWS::KMS::Key').filter(({ id }) => id.startsWith('TableKey'));
    const [, throughDynamo, ...more] = tableKey?.properties.KeyPolicy.Statement ?? [];
    expect(JSON.stringify(throughDynamo.Condition.StringEquals['kms:ViaService'])).toContain('dynamodb.');
    expect(more).toEqual([]);
  });

  it('of persons are wrapped by a key of their own, which rotates and does nothing without the context', () => {
    const [wrapping, ...more] = resourcesOf(data, 'AWS::KMS::Key').filter(({ id }) => id.startsWith('PersonKeysWrappingKey'));
    expect(more).toEqual([]);
    expect(wrapping?.properties.EnableKeyRotation).toBe(true);
    expect(wrapping?.properties.KeyPolicy.Statement).toContainEqual({
      Effect: 'Deny',
      Principal: { AWS: '*' },
      Action: ['kms:Decrypt', 'kms:Encrypt', 'kms:GenerateDataKey*', 'kms:ReEncrypt*'],
      Resource: '*',
      Condition: { StringNotEquals: { 'kms:EncryptionContext:use': 'personal-data' } },
    });
  });
});

describe('the bucket of search snapshots', () => {
  it('is private, encrypted and versioned, and keeps an earlier version for a day, so that a search can still read it', () => {
    const [bucket, ...more] = resourcesOf(data, 'AWS::S3::Bucket');
    expect(more).toEqual([]);
    expect(bucket?.properties).toMatchObject({
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      },
      BucketEncryption: { ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' } }] },
      VersioningConfiguration: { Status: 'Enabled' },
      LifecycleConfiguration: { Rules: [{ Status: 'Enabled', NoncurrentVersionExpiration: { NoncurrentDays: 1 } }] },
    });
    data.allResources('AWS::S3::Bucket', { DeletionPolicy: 'Retain' });
  });

  it('refuses plain HTTP', () => {
    const [policy] = resourcesOf(data, 'AWS::S3::BucketPolicy');
    expect(policy?.properties.PolicyDocument.Statement).toEqual([
      expect.objectContaining({ Effect: 'Deny', Action: 's3:*', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }),
    ]);
  });
});
