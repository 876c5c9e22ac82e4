/** Where the gRPC services listen, on the load balancer as in the task. */
export const grpcPorts = { auth: 50051, inventory: 50052 } as const;

export type GrpcServiceName = keyof typeof grpcPorts;

/** Where a task answers `/metrics` and `/health/grpc` over HTTP; reached by the load balancer's health check alone. */
export const grpcHttpPort = 9090;

/**
 * The name in a service's certificate, by which callers tell it from the others. It is no name in DNS: the load balancer's own name
 * differs from deployment to deployment.
 */
export const grpcServerName = (service: GrpcServiceName) => `${service}.grpc.lonja.internal`;
