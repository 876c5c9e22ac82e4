import { beforeAll, describe, expect, it } from 'vitest';
import { resourcesOf, synthesized, type Templates } from '../synthesized.ts';

let templates: Templates;
beforeAll(async () => {
  templates = await synthesized('dev');
});

const issuer = () => {
  const found = resourcesOf(templates.Certificates, 'AWS::Lambda::Function').find(
    ({ properties }) => properties.Description === 'functions/platform/certificates/jobs/issue.ts',
  );
  if (found === undefined) throw new Error('no issuer');
  return found;
};

/** The certificates that the issuer gets as a setting, each secret by its logical id. */
function wanted(): { name: string; secretArn: string; dnsNames: string[]; usages: string[] }[] {
  const [, parts] = issuer().properties.Environment.Variables.CERTIFICATES['Fn::Join'];
  return JSON.parse(parts.map((part: string | { Ref: string }) => (typeof part === 'string' ? part : part.Ref)).join(''));
}

describe('certificates', () => {
  it('are one for each service under its own name, and one for all calling functions', () => {
    expect(wanted().map(({ name, dnsNames, usages }) => ({ name, dnsNames, usages }))).toEqual([
      { name: 'auth', dnsNames: ['auth.grpc.lonja.internal'], usages: ['server'] },
      { name: 'inventory', dnsNames: ['inventory.grpc.lonja.internal'], usages: ['server', 'client'] },
      { name: 'callers', dnsNames: [], usages: ['client'] },
    ]);
    const ids = resourcesOf(templates.Certificates, 'AWS::SecretsManager::Secret').map(({ id }) => id);
    expect(new Set(wanted().map(({ secretArn }) => secretArn)).size).toBe(3);
    for (const { secretArn } of wanted()) expect(ids).toContain(secretArn);
  });

  it('are issued at deployment and checked every day', () => {
    const [trigger] = resourcesOf(templates.Certificates, 'Custom::Trigger');
    expect(trigger?.properties).toMatchObject({ InvocationType: 'RequestResponse', ExecuteOnHandlerChange: true });
    const [schedule] = resourcesOf(templates.Certificates, 'AWS::Scheduler::Schedule');
    expect(schedule?.properties.ScheduleExpression).toBe('rate(1440 minutes)');
    expect(schedule?.properties.Target.Arn).toEqual({ 'Fn::GetAtt': [issuer().id, 'Arn'] });
    templates.Certificates.hasResource('AWS::Scheduler::Schedule', { DependsOn: [trigger?.id] });
  });

  it('exist before a service starts that needs them', () => {
    for (const stack of ['Auth', 'Inventory'] as const)
      expect(JSON.stringify(templates[stack].toJSON())).toContain('"Fn::ImportValue":"lonja-dev-certificates:');
  });
});

describe('the key of the authority', () => {
  it('is read only by the issuer, which reads and writes nothing but the certificates', () => {
    const AUTHORITY_SECRET_ARN = issuer().properties.Environment.Variables.AUTHORITY_SECRET_ARN;
    const statements = resourcesOf(templates.Certificates, 'AWS::IAM::Policy').flatMap(
      ({ properties }) => properties.PolicyDocument.Statement,
    );
    const onSecrets = statements.filter(({ Action }) =>
      [Action].flat().some((action: string) => action.startsWith('secretsmanager:')),
    );
    expect(onSecrets).toHaveLength(1);
    expect(onSecrets[0].Action).toEqual(['secretsmanager:GetSecretValue', 'secretsmanager:PutSecretValue']);
    expect(onSecrets[0].Resource).toHaveLength(4);
    expect(onSecrets[0].Resource).toEqual(
      expect.arrayContaining([AUTHORITY_SECRET_ARN, ...wanted().map(({ secretArn }) => ({ Ref: secretArn }))]),
    );
    for (const [id, template] of Object.entries(templates)) {
      if (id !== 'Certificates') expect(JSON.stringify(template.toJSON()), id).not.toContain(AUTHORITY_SECRET_ARN.Ref);
    }
  });
});

describe('an alarm', () => {
  it('rings when the certificates were not checked for two days', () => {
    templates.Observability.hasResourceProperties('AWS::CloudWatch::Alarm', {
      MetricName: 'Invocations',
      Period: 86_400,
      EvaluationPeriods: 2,
      Threshold: 1,
      ComparisonOperator: 'LessThanThreshold',
      TreatMissingData: 'breaching',
    });
  });
});
