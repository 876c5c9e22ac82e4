import { beforeAll, describe, expect, it } from 'vitest';
import { resourcesOf, synthesized, type Templates } from '../synthesized.ts';

let auth: Templates['Auth'];
beforeAll(async () => {
  auth = (await synthesized('dev')).Auth;
});

describe('the Auth service', () => {
  it('goes back to the last good version when a new one does not start', () => {
    auth.hasResourceProperties('AWS::ECS::Service', {
      DeploymentConfiguration: { DeploymentCircuitBreaker: { Enable: true, Rollback: true }, MinimumHealthyPercent: 100 },
    });
  });

  it('has no public address, and is reached through an internal load balancer that passes TCP on', () => {
    auth.hasResourceProperties('AWS::ECS::Service', {
      NetworkConfiguration: { AwsvpcConfiguration: { AssignPublicIp: 'DISABLED' } },
    });
    auth.hasResourceProperties('AWS::ElasticLoadBalancingV2::LoadBalancer', { Scheme: 'internal', Type: 'network' });
    auth.hasResourceProperties('AWS::ElasticLoadBalancingV2::Listener', { Port: 50051, Protocol: 'TCP' });
  });

  it('checks its own health, keeps its file system as it was and has time to drain', () => {
    const [task] = resourcesOf(auth, 'AWS::ECS::TaskDefinition');
    expect(task?.properties.ContainerDefinitions).toEqual([
      expect.objectContaining({ HealthCheck: expect.anything(), ReadonlyRootFilesystem: true, StopTimeout: 30 }),
    ]);
  });

  it('runs on one Spot task in a dev stage, and on two that stay in production', async () => {
    auth.hasResourceProperties('AWS::ECS::Service', {
      DesiredCount: 1,
      CapacityProviderStrategy: [{ CapacityProvider: 'FARGATE_SPOT' }],
    });
    const production = (await synthesized('production')).Auth;
    production.hasResourceProperties('AWS::ECS::Service', {
      DesiredCount: 2,
      CapacityProviderStrategy: [{ CapacityProvider: 'FARGATE' }],
    });
  });
});
