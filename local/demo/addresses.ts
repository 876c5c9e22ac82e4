import type { GrpcServiceName } from '../../infra/grpc-addresses.ts';
import type { CertificateFiles } from '../deploy/grpc-certificates.ts';
import type { LocalSystem } from '../local-system.ts';

/** Where a local system can be reached, as plain data. */
export type SystemAddresses = {
  /** Takes `/api/v1/…`. */
  restUrl: string;
  awsEndpoint: string;
  /** `host:port` of the gRPC services, which take calls over mutual TLS only. */
  authGrpc: string;
  inventoryGrpc: string;
  /** Base URLs of their `/metrics` and `/health/grpc`. */
  grpcHttp: Record<GrpcServiceName, string>;
  /** The certificate that a caller of the gRPC services shows: paths of PEM files. */
  callerCertificate: CertificateFiles;
};

export const addressesOf = ({ restUrl, awsEndpoint, grpc, certificates }: LocalSystem): SystemAddresses => ({
  restUrl: restUrl(),
  awsEndpoint,
  authGrpc: grpc.auth.address,
  inventoryGrpc: grpc.inventory.address,
  grpcHttp: { auth: grpc.auth.httpUrl, inventory: grpc.inventory.httpUrl },
  callerCertificate: certificates.caller,
});
