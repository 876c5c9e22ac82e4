/** The ports of the gRPC services, on the load balancer and in the task. */
export const grpcPorts = { auth: 50051, inventory: 50052 } as const;

export type GrpcServiceName = keyof typeof grpcPorts;

/** The port of `/metrics` and `/health/grpc` in a task, over HTTP. Only the health check of the load balancer reaches it. */
export const grpcHttpPort = 9090;

/**
 * The name in the certificate of a service, which callers check. It is not a name in DNS, since the name of the load balancer
 * differs between deployments.
 */
export const grpcServerName = (service: GrpcServiceName) => `${service}.grpc.lonja.internal`;
