import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { grpcHttpPort, grpcPorts } from './grpc-addresses.ts';
import { resourcesOf, synthesized, type Templates } from './synthesized.ts';

const services = [
  { stack: 'Auth', service: 'auth', port: grpcPorts.auth },
  { stack: 'Inventory', service: 'inventory', port: grpcPorts.inventory },
] as const;

let dev: Templates;
let production: Templates;
beforeAll(async () => {
  dev = await synthesized('dev');
  production = await synthesized('production');
});

/** The only resource of this type. Throws when there are none or several. */
function only(stack: keyof Templates, type: string, templates = dev) {
  const [found, ...others] = resourcesOf(templates[stack], type);
  if (found === undefined || others.length > 0) throw new Error(`${stack} does not have exactly one ${type}`);
  return found;
}

const sourceOf = (file: string) => readFileSync(join(import.meta.dirname, '..', file), 'utf8');
const containerOf = (stack: 'Auth' | 'Inventory', templates = dev) =>
  only(stack, 'AWS::ECS::TaskDefinition', templates).properties.ContainerDefinitions[0];
const settingsOf = (stack: 'Auth' | 'Inventory', templates = dev): Record<string, unknown> =>
  Object.fromEntries(
    containerOf(stack, templates).Environment.map(({ Name, Value }: { Name: string; Value: unknown }) => [Name, Value]),
  );

describe.each(services)('gRPC $service', ({ stack, port }) => {
  it('gives a new revision a tenth of the new connections for four generations of them, and rolls back on an alarm', () => {
    const { properties } = only(stack, 'AWS::ECS::Service');
    expect(properties.DeploymentConfiguration).toMatchObject({
      Strategy: 'CANARY',
      CanaryConfiguration: { CanaryPercent: 10, CanaryBakeTimeInMinutes: 20 },
      BakeTimeInMinutes: 20,
      MinimumHealthyPercent: 100,
      Alarms: { Enable: true, Rollback: true },
    });
    const alarms = resourcesOf(dev[stack], 'AWS::CloudWatch::Alarm').map(({ id }) => id);
    expect(properties.DeploymentConfiguration.Alarms.AlarmNames.map(({ Ref }: { Ref: string }) => Ref)).toEqual(alarms);
    expect(properties.DeploymentConfiguration).not.toHaveProperty('DeploymentCircuitBreaker');
  });

  it('shifts its connections between two target groups of one TCP listener', () => {
    const listener = only(stack, 'AWS::ElasticLoadBalancingV2::Listener');
    expect(listener.properties).toMatchObject({ Port: port, Protocol: 'TCP' });
    const { TargetGroups } = listener.properties.DefaultActions[0].ForwardConfig;
    const [blue, green] = TargetGroups.map(({ TargetGroupArn }: { TargetGroupArn: { Ref: string } }) => TargetGroupArn);
    expect(TargetGroups.map(({ Weight }: { Weight: number }) => Weight)).toEqual([100, 0]);
    const [balanced] = only(stack, 'AWS::ECS::Service').properties.LoadBalancers;
    expect(balanced).toMatchObject({
      ContainerPort: port,
      TargetGroupArn: blue,
      AdvancedConfiguration: { AlternateTargetGroupArn: green, ProductionListenerRule: { Ref: listener.id } },
    });
  });

  it('has a health check that asks whether it serves, not whether its port is open', () => {
    for (const { properties } of resourcesOf(dev[stack], 'AWS::ElasticLoadBalancingV2::TargetGroup')) {
      expect(properties).toMatchObject({
        Port: port,
        Protocol: 'TCP',
        TargetType: 'ip',
        HealthCheckProtocol: 'HTTP',
        HealthCheckPort: String(grpcHttpPort),
        HealthCheckPath: '/health/grpc',
      });
    }
    expect(settingsOf(stack)).toMatchObject({ GRPC_PORT: String(port), GRPC_HTTP_PORT: String(grpcHttpPort) });
  });

  it('is judged by the metrics of the tasks of its own revision', () => {
    for (const name of ["'Lonja/Grpc'", "['Service', 'Revision']", "'Calls', 'Faults'"])
      expect(sourceOf('grpc-shared/calls/revision-metrics.ts')).toContain(name);
    const revision = settingsOf(stack).GRPC_REVISION;
    expect(revision).toMatch(/^[0-9a-f]{12}$/);
    const faults = resourcesOf(dev[stack], 'AWS::CloudWatch::Alarm').find(({ properties }) => properties.Metrics !== undefined);
    const metrics = faults?.properties.Metrics.flatMap(
      ({ MetricStat }: { MetricStat?: { Metric: unknown } }) => MetricStat?.Metric ?? [],
    );
    expect(metrics).toHaveLength(2);
    for (const metric of metrics) {
      expect(metric).toMatchObject({
        Namespace: 'Lonja/Grpc',
        Dimensions: [
          { Name: 'Revision', Value: revision },
          { Name: 'Service', Value: settingsOf(stack).POWERTOOLS_SERVICE_NAME },
        ],
      });
    }
    expect(faults?.properties).toMatchObject({
      Threshold: 5,
      DatapointsToAlarm: 3,
      EvaluationPeriods: 5,
      TreatMissingData: 'notBreaching',
    });
  });

  it('is rolled back when it cannot start or does not serve', () => {
    const [filter] = resourcesOf(dev[stack], 'AWS::Logs::MetricFilter');
    const message = 'cannot start';
    expect(filter?.properties.FilterPattern).toContain(`"${message}"`);
    expect(sourceOf('grpc-shared/server/run.ts')).toContain(`log.error('${message}'`);
    const [counted] = filter?.properties.MetricTransformations ?? [];
    const alarms = resourcesOf(dev[stack], 'AWS::CloudWatch::Alarm').map(({ properties }) => properties);
    expect(alarms.find(({ MetricName }) => MetricName === counted.MetricName)).toMatchObject({
      Namespace: counted.MetricNamespace,
      Threshold: 1,
      ComparisonOperator: 'GreaterThanThreshold',
    });
    const watched = alarms
      .filter(({ MetricName }) => MetricName === 'UnHealthyHostCount')
      .map(({ Dimensions }) => Dimensions[1].Value);
    const groups = resourcesOf(dev[stack], 'AWS::ElasticLoadBalancingV2::TargetGroup').map(({ id }) => id);
    expect(watched).toEqual(groups.map((id) => ({ 'Fn::GetAtt': [id, 'TargetGroupFullName'] })));
  });

  it('has a different revision for different settings', () => {
    expect(settingsOf(stack, production).GRPC_REVISION).not.toBe(settingsOf(stack).GRPC_REVISION);
  });

  it('accepts only mutual TLS, with a certificate that its tasks read from its own secret', () => {
    const { GRPC_TLS, GRPC_TLS_SECRET_ARN } = settingsOf(stack);
    expect(GRPC_TLS).toBe('mutual');
    const readable = resourcesOf(dev[stack], 'AWS::IAM::Policy')
      .flatMap(({ properties }) => properties.PolicyDocument.Statement)
      .filter(({ Action }) => [Action].flat().includes('secretsmanager:GetSecretValue'))
      .map(({ Resource }) => Resource);
    expect(readable).toEqual([GRPC_TLS_SECRET_ARN]);
  });

  it('has no public address, and only the load balancer can reach it', () => {
    const service_ = only(stack, 'AWS::ECS::Service').properties.NetworkConfiguration.AwsvpcConfiguration;
    expect(service_.AssignPublicIp).toBe('DISABLED');
    const ingress = resourcesOf(dev[stack], 'AWS::EC2::SecurityGroupIngress').map(({ properties }) => properties);
    expect(ingress.map(({ FromPort, ToPort }) => [FromPort, ToPort])).toEqual([
      [port, port],
      [grpcHttpPort, grpcHttpPort],
    ]);
    for (const { SourceSecurityGroupId } of ingress) expect(JSON.stringify(SourceSecurityGroupId)).toContain('BalancerGroup');
    const [group] = resourcesOf(dev[stack], 'AWS::EC2::SecurityGroup');
    expect(group?.properties).not.toHaveProperty('SecurityGroupIngress');
  });

  it('checks its own health, has a read-only file system and has time to drain', () => {
    expect(containerOf(stack)).toMatchObject({
      HealthCheck: expect.anything(),
      ReadonlyRootFilesystem: true,
      StopTimeout: 30,
    });
  });

  it('scales with its work: from one Spot task in a dev stage, from two on-demand tasks in production', () => {
    const bounds = (templates: Templates) => only(stack, 'AWS::ApplicationAutoScaling::ScalableTarget', templates).properties;
    const capacity = (templates: Templates) => only(stack, 'AWS::ECS::Service', templates).properties.CapacityProviderStrategy;
    expect(bounds(dev)).toMatchObject({ MinCapacity: 1, MaxCapacity: 2 });
    expect(capacity(dev)).toEqual([{ CapacityProvider: 'FARGATE_SPOT', Weight: 1 }]);
    expect(bounds(production)).toMatchObject({ MinCapacity: 2, MaxCapacity: 8 });
    expect(capacity(production)).toEqual([{ CapacityProvider: 'FARGATE', Weight: 1 }]);
    // A deployment must not reset the number of tasks that the scaling chose.
    for (const templates of [dev, production])
      expect(only(stack, 'AWS::ECS::Service', templates).properties).not.toHaveProperty('DesiredCount');
    expect(
      only(stack, 'AWS::ApplicationAutoScaling::ScalingPolicy').properties.TargetTrackingScalingPolicyConfiguration,
    ).toMatchObject({
      TargetValue: 60,
      PredefinedMetricSpecification: { PredefinedMetricType: 'ECSServiceAverageCPUUtilization' },
    });
  });
});

describe('the load balancer', () => {
  it('is one for both services, internal, and passes TCP through across zones', () => {
    const balancer = only('Network', 'AWS::ElasticLoadBalancingV2::LoadBalancer').properties;
    expect(balancer).toMatchObject({ Scheme: 'internal', Type: 'network' });
    expect(balancer.LoadBalancerAttributes).toContainEqual({ Key: 'load_balancing.cross_zone.enabled', Value: 'true' });
    for (const { stack } of services) {
      expect(resourcesOf(dev[stack], 'AWS::ElasticLoadBalancingV2::LoadBalancer')).toEqual([]);
      expect(only(stack, 'AWS::ElasticLoadBalancingV2::Listener').properties).not.toHaveProperty('Certificates');
    }
  });

  it('accepts calls only from callers', () => {
    const [group] = resourcesOf(dev.Network, 'AWS::EC2::SecurityGroup').filter(({ id }) => id.startsWith('BalancerGroup'));
    const ingress = resourcesOf(dev.Network, 'AWS::EC2::SecurityGroupIngress').filter(({ properties }) =>
      JSON.stringify(properties.GroupId).includes(group?.id ?? 'none'),
    );
    expect(ingress.map(({ properties }) => properties.FromPort).toSorted()).toEqual([grpcPorts.auth, grpcPorts.inventory]);
    for (const { properties } of ingress) expect(JSON.stringify(properties.SourceSecurityGroupId)).toContain('Callers');
    expect(group?.properties).not.toHaveProperty('SecurityGroupIngress');
  });
});

describe('gRPC Inventory', () => {
  it('calls Auth with its own certificate, and can fall back to the twins', () => {
    expect(settingsOf('Inventory')).toMatchObject({
      AUTH_TLS_SECRET_ARN: settingsOf('Inventory').GRPC_TLS_SECRET_ARN,
      AUTH_TLS_SERVER_NAME: 'auth.grpc.lonja.internal',
    });
    expect(JSON.stringify(settingsOf('Inventory').AUTH_TWIN_URL)).toMatch(/\/dev\/api\/v1"/);
    const groups = only('Inventory', 'AWS::ECS::Service').properties.NetworkConfiguration.AwsvpcConfiguration.SecurityGroups;
    expect(JSON.stringify(groups)).toContain('Callers');
    const authGroups = only('Auth', 'AWS::ECS::Service').properties.NetworkConfiguration.AwsvpcConfiguration.SecurityGroups;
    expect(JSON.stringify(authGroups)).not.toContain('Callers');
  });
});
