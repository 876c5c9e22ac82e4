import { Duration } from 'aws-cdk-lib';
import { AlternateTarget, type FargateService, ListenerRuleConfiguration } from 'aws-cdk-lib/aws-ecs';
import {
  NetworkListener,
  NetworkListenerAction,
  NetworkTargetGroup,
  Protocol,
  TargetType,
} from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import { Construct } from 'constructs';
import { grpcHttpPort } from '../../grpc-addresses.ts';
import type { NetworkStack } from '../../stacks/network-stack.ts';

/** A port of the load balancer. A deployment shifts its connections from one target group to the other. */
export class WeightedListener extends Construct {
  readonly targetGroups: readonly [blue: NetworkTargetGroup, green: NetworkTargetGroup];
  private readonly listener: NetworkListener;
  private readonly port: number;

  constructor(scope: Construct, id: string, { network, port }: { network: NetworkStack; port: number }) {
    super(scope, id);
    this.port = port;
    const [blue, green] = [this.targetGroup('Blue', network), this.targetGroup('Green', network)];
    this.targetGroups = [blue, green];
    this.listener = new NetworkListener(this, 'Listener', {
      loadBalancer: network.balancer,
      port,
      protocol: Protocol.TCP,
      // The weights at first. From then on each deployment shifts them.
      defaultAction: NetworkListenerAction.weightedForward([
        { targetGroup: blue, weight: 100 },
        { targetGroup: green, weight: 0 },
      ]),
    });
  }

  /** Sends connections to this container of the tasks of `service`. */
  leadTo(service: FargateService, containerName: string) {
    const [blue, green] = this.targetGroups;
    service
      .loadBalancerTarget({
        containerName,
        containerPort: this.port,
        alternateTarget: new AlternateTarget('TrafficShift', {
          alternateTargetGroup: green,
          productionListener: ListenerRuleConfiguration.networkListener(this.listener),
        }),
      })
      .attachToNetworkTargetGroup(blue);
  }

  private targetGroup(id: string, { vpc }: NetworkStack): NetworkTargetGroup {
    return new NetworkTargetGroup(this, id, {
      vpc,
      port: this.port,
      protocol: Protocol.TCP,
      targetType: TargetType.IP,
      deregistrationDelay: Duration.seconds(30),
      // Checks whether the service can answer calls, not just whether the port is open.
      healthCheck: {
        protocol: Protocol.HTTP,
        port: String(grpcHttpPort),
        path: '/health/grpc',
        healthyHttpCodes: '200',
        interval: Duration.seconds(10),
        timeout: Duration.seconds(5),
        healthyThresholdCount: 2,
        unhealthyThresholdCount: 2,
      },
    });
  }
}
