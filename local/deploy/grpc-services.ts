import type { GrpcServiceName } from '../../infra/grpc-addresses.ts';

/** One value for each gRPC service. A service that is missing here does not compile. */
export async function perService<Value>(
  make: (service: GrpcServiceName) => Value | Promise<Value>,
): Promise<Record<GrpcServiceName, Value>> {
  const [auth, inventory] = await Promise.all([make('auth'), make('inventory')]);
  return { auth, inventory };
}
