import { beforeAll, describe, expect, it } from 'vitest';
import { consumers } from '../functions/domains.ts';
import { constructId } from './construct-id.ts';
import { allStacks, localStacks, type StackId } from './stack-ids.ts';
import { stageCalled } from './stages.ts';
import { storingDomains } from './subscriptions.ts';
import { resourcesOf, synthesized, type Templates } from './synthesized.ts';

let templates: Templates;
beforeAll(async () => {
  templates = await synthesized('dev');
});

/** The property of each type that would give it a physical name. */
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

/** Types that the local emulator refuses before it deploys anything. */
const refusedByTheEmulator =
  /^AWS::(Events::(Archive|EventBusPolicy|Connection|ApiDestination)|EventSchemas|CodeDeploy|ApplicationAutoScaling|EC2::|ECS::|CloudWatch::(CompositeAlarm|AnomalyDetector)|Pipes|WAFv2|SecretsManager::(RotationSchedule|ResourcePolicy)|ApiGateway::VpcLink|StepFunctions::(StateMachineVersion|StateMachineAlias)|Synthetics|XRay|Budgets)|^Custom::|^AWS::CloudFormation::CustomResource/;

describe('the stacks', () => {
  it('stay under 400 resources', () => {
    for (const id of allStacks) expect(Object.keys(templates[id].toJSON().Resources).length, id).toBeLessThan(400);
  });

  it('limit the memory of each Lambda and each task', () => {
    for (const stack of allStacks) {
      const lambdas = resourcesOf(templates[stack], 'AWS::Lambda::Function');
      const tasks = resourcesOf(templates[stack], 'AWS::ECS::TaskDefinition');
      for (const { id, properties } of lambdas) expect(properties.MemorySize, id).toBeGreaterThanOrEqual(128);
      for (const { id, properties } of tasks) expect(Number(properties.Memory), id).toBeGreaterThanOrEqual(512);
    }
  });

  it('give physical names only to buses', () => {
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

  it('have no conditional resource, so that no reference can point to a missing one', () => {
    for (const id of allStacks) {
      for (const [name, resource] of Object.entries<object>(templates[id].toJSON().Resources))
        expect(resource, `${id}/${name}`).not.toHaveProperty('Condition');
    }
  });

  it('name a front end whose links fit an SMS, and push services of browsers only, in every stage', () => {
    for (const stage of ['dev', 'production']) {
      const { frontEndUrl, pushServices } = stageCalled(stage);
      expect(frontEndUrl.length).toBeLessThanOrEqual(40);
      for (const service of pushServices) expect(service).toMatch(/^https:\/\/(\*\.)?[a-z.]+\.com$/);
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

describe('references between stacks', () => {
  it('are strong: CloudFormation refuses to delete or replace what another stack imports', () => {
    expect(allStacks.flatMap((id) => importsOf(id)).length).toBeGreaterThan(100);
    for (const id of allStacks) expect(JSON.stringify(templates[id].toJSON()), id).not.toContain('Fn::GetStackOutput');
  });

  it('point backwards in the order Data, Api, Saga, Events', () => {
    for (const [position, id] of localStacks.entries()) {
      const earlier = localStacks.slice(0, position).map((name) => `lonja-dev-${name.toLowerCase()}`);
      expect(
        importsOf(id).filter((stackName) => !earlier.includes(stackName)),
        id,
      ).toEqual([]);
    }
  });

  /** The names of the stacks that a stack imports from. */
  function importsOf(id: StackId): string[] {
    const text = JSON.stringify(templates[id].toJSON());
    return [...text.matchAll(/"Fn::ImportValue":"([^":]+):/g)].map(([, stackName]) => String(stackName));
  }
});

describe('the stacks that are deployed locally', () => {
  it('have no type that the emulator refuses, and no custom resource', () => {
    for (const id of localStacks) {
      const types = Object.values<{ Type: string }>(templates[id].toJSON().Resources).map(({ Type }) => Type);
      expect(
        types.filter((type) => refusedByTheEmulator.test(type)),
        id,
      ).toEqual([]);
    }
  });

  it('read from SSM what the other stacks write there', () => {
    const defaults = Object.values(templates.Api.findParameters('*', { Type: 'AWS::SSM::Parameter::Value<String>' })).map(
      ({ Default }) => Default,
    );
    const written = [templates.Network, templates.Certificates, templates.Auth].flatMap((template) =>
      resourcesOf(template, 'AWS::SSM::Parameter').map(({ properties }) => properties.Name),
    );
    expect(written).toHaveLength(4);
    expect(defaults.filter((name) => name.startsWith('/lonja/')).toSorted()).toEqual(written.toSorted());
  });

  it('have outputs with their addresses', () => {
    expect(Object.keys(templates.Api.findOutputs('*'))).toEqual(
      expect.arrayContaining(['RestUrl', 'RestApiId', 'SimulatorUrl', 'SimulatorApiId', 'SimulatorTableName']),
    );
    expect(Object.keys(templates.Saga.findOutputs('*'))).toContain('StateMachineArn');
    const tables = storingDomains.map(({ name }) => constructId(name, 'table-name'));
    expect(Object.keys(templates.Data.findOutputs('*'))).toEqual(expect.arrayContaining(tables));
    const queues = consumers.flatMap(({ name }) => [constructId(name, 'queue-url'), constructId(name, 'dead-letter-queue-url')]);
    expect(Object.keys(templates.Events.findOutputs('*'))).toEqual(expect.arrayContaining(queues));
  });
});
