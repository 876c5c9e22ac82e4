/**
 * SSM parameters that carry addresses between stacks which must not import from each other: what is deployed locally reads them,
 * what exists only on AWS writes them, and the local run writes its own.
 */

/** The gRPC target of Auth, such as `dns:///host:50051`. */
export const authTargetParameter = (stageName: string) => `/lonja/${stageName}/auth/grpc-target`;

/** The secret with the certificate that Lambdas show to gRPC services, and the authorities they trust: its ARN. */
export const callerCertificateParameter = (stageName: string) => `/lonja/${stageName}/grpc/caller-certificate-arn`;

/** The subnets, comma-separated, of functions that call a gRPC service. */
export const callerSubnetsParameter = (stageName: string) => `/lonja/${stageName}/network/caller-subnets`;

/** The security group of functions that call a gRPC service. */
export const callerSecurityGroupParameter = (stageName: string) => `/lonja/${stageName}/network/caller-security-group`;
