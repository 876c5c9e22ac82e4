import { beforeAll, describe, expect, it } from 'vitest';
import { domains } from '../../events-schemas/topology.ts';
import { publishingDomains } from '../subscriptions.ts';
import { resourcesOf, synthesized, type Templates } from '../synthesized.ts';

let data: Templates['Data'];
beforeAll(async () => {
  data = (await synthesized('dev')).Data;
});

describe('tables', () => {
  it('are there once a domain, recoverable, encrypted with our key, and forget by expiresAt', () => {
    const tables = resourcesOf(data, 'AWS::DynamoDB::Table');
    expect(tables).toHaveLength(domains.length);
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
    expect(streams).toHaveLength(publishingDomains.length);
    expect(publishingDomains).not.toContain('audit');
  });

  it('list orders by customer and audit entries by correlation', () => {
    const indexes = resourcesOf(data, 'AWS::DynamoDB::Table').flatMap(({ id, properties }) =>
      (properties.GlobalSecondaryIndexes ?? []).map(
        ({ IndexName }: { IndexName: string }) => `${id.replace(/Table.*/, '')}.${IndexName}`,
      ),
    );
    expect(indexes.toSorted()).toEqual(['Audit.byCorrelation', 'Order.byCustomer']);
  });
});

describe('keys', () => {
  it('let a table’s key be used through DynamoDB alone, and sign with another', () => {
    data.hasResourceProperties('AWS::KMS::Key', { KeySpec: 'ECC_NIST_P256', KeyUsage: 'SIGN_VERIFY' });
    const [tableKey] = resourcesOf(data, 'AWS::KMS::Key').filter(({ id }) => id.startsWith('TableKey'));
    const [, throughDynamo, ...more] = tableKey?.properties.KeyPolicy.Statement ?? [];
    expect(JSON.stringify(throughDynamo.Condition.StringEquals['kms:ViaService'])).toContain('dynamodb.');
    expect(more).toEqual([]);
  });
});
