import { beforeAll, describe, expect, it } from 'vitest';
import { allStacks, localStacks } from './stack-ids.ts';
import { resourcesOf, synthesized, type Templates } from './synthesized.ts';

let templates: Templates;
beforeAll(async () => {
  templates = await synthesized('dev');
});

/** The property by which each type would be given a name of our own. */
const nameProperties = {
  'AWS::CloudWatch::Alarm': 'AlarmName',
  'AWS::CloudWatch::Dashboard': 'DashboardName',
  'AWS::DynamoDB::Table': 'TableName',
  'AWS::ECS::Cluster': 'ClusterName',
  'AWS::ECS::Service': 'ServiceName',
  'AWS::ElasticLoadBalancingV2::LoadBalancer': 'Name',
  'AWS::Events::Archive': 'ArchiveName',
  'AWS::Events::Rule': 'Name',
  'AWS::IAM::Role': 'RoleName',
  'AWS::Lambda::Function': 'FunctionName',
  'AWS::Logs::LogGroup': 'LogGroupName',
  'AWS::SNS::Topic': 'TopicName',
  'AWS::SQS::Queue': 'QueueName',
  'AWS::Scheduler::Schedule': 'Name',
  'AWS::SecretsManager::Secret': 'Name',
  'AWS::StepFunctions::StateMachine': 'StateMachineName',
};

/** What the local emulator refuses before it deploys anything. */
const refusedByTheEmulator =
  /^AWS::(Events::(Archive|EventBusPolicy|Connection|ApiDestination)|EventSchemas|CodeDeploy|ApplicationAutoScaling|EC2::|ECS::|CloudWatch::(CompositeAlarm|AnomalyDetector)|Pipes|WAFv2|SecretsManager::(RotationSchedule|ResourcePolicy)|ApiGateway::VpcLink|StepFunctions::(StateMachineVersion|StateMachineAlias)|Synthetics|XRay|Budgets)|^Custom::|^AWS::CloudFormation::CustomResource/;

describe('the stacks', () => {
  it('stay under 400 resources', () => {
    for (const id of allStacks) expect(Object.keys(templates[id].toJSON().Resources).length, id).toBeLessThan(400);
  });

  it('give no physical names but those of the buses', () => {
    for (const id of allStacks) {
      for (const [type, property] of Object.entries(nameProperties)) {
        for (const resource of resourcesOf(templates[id], type))
          expect(resource.properties, `${id}/${resource.id}`).not.toHaveProperty(property);
      }
    }
    const names = resourcesOf(templates.Data, 'AWS::Events::EventBus').map(({ properties }) => properties.Name);
    expect(names).toContain('dev-order.events');
    expect(names.every((name) => /^dev-[a-z]+\.events$/.test(name))).toBe(true);
  });

  it('hold no resource that exists only under a condition, so that nothing can refer to one that is missing', () => {
    for (const id of allStacks) {
      for (const [name, resource] of Object.entries<object>(templates[id].toJSON().Resources))
        expect(resource, `${id}/${name}`).not.toHaveProperty('Condition');
    }
  });

  it('keep the simulated payment provider out of production', async () => {
    const production = await synthesized('production');
    expect(production.Api.findOutputs('SimulatorUrl')).toEqual({});
    const entries = resourcesOf(production.Api, 'AWS::Lambda::Function').map(({ properties }) => properties.Description);
    expect(entries).not.toContain('functions/platform/payment-simulator/rest.ts');
    production.Data.allResourcesProperties('AWS::DynamoDB::Table', { DeletionProtectionEnabled: true });
    production.Data.allResources('AWS::DynamoDB::Table', { DeletionPolicy: 'Retain' });
  });
});

describe('the stacks that are deployed locally', () => {
  it('read nothing from a stack that exists on AWS alone', () => {
    for (const id of localStacks) {
      const text = JSON.stringify(templates[id].toJSON());
      const sources = [...text.matchAll(/"Fn::GetStackOutput":\{"StackName":"([^"]+)"/g)].map(([, stackName]) => stackName);
      expect(
        sources.filter((name) => !/^lonja-dev-(data|api|saga|events)$/.test(name ?? '')),
        id,
      ).toEqual([]);
      expect(text, id).not.toContain('Fn::ImportValue');
    }
  });

  it('hold no type that the emulator refuses, and no custom resource', () => {
    for (const id of localStacks) {
      const types = Object.values<{ Type: string }>(templates[id].toJSON().Resources).map(({ Type }) => Type);
      expect(
        types.filter((type) => refusedByTheEmulator.test(type)),
        id,
      ).toEqual([]);
    }
  });

  it('take from SSM what the others leave there', () => {
    const defaults = Object.values(templates.Api.findParameters('*', { Type: 'AWS::SSM::Parameter::Value<String>' })).map(
      ({ Default }) => Default,
    );
    const written = [templates.Network, templates.Certificates, templates.Auth].flatMap((template) =>
      resourcesOf(template, 'AWS::SSM::Parameter').map(({ properties }) => properties.Name),
    );
    expect(written).toHaveLength(4);
    expect(defaults.filter((name) => name.startsWith('/lonja/')).toSorted()).toEqual(written.toSorted());
  });

  it('say where they are', () => {
    expect(Object.keys(templates.Api.findOutputs('*'))).toEqual(
      expect.arrayContaining(['RestUrl', 'RestApiId', 'SimulatorUrl', 'SimulatorApiId', 'SimulatorTableName']),
    );
    expect(Object.keys(templates.Saga.findOutputs('*'))).toEqual(
      expect.arrayContaining(['StateMachineArn', 'OrderSagaStartQueueUrl']),
    );
    expect(Object.keys(templates.Data.findOutputs('*'))).toEqual(expect.arrayContaining(['OrderTableName', 'AuditTableName']));
    expect(Object.keys(templates.Events.findOutputs('*'))).toEqual(
      expect.arrayContaining(['InventoryQueueUrl', 'InventoryDeadLetterQueueUrl']),
    );
  });
});
