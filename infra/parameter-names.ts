/**
 * SSM parameters that carry addresses between stacks which must not import from each other: the stacks that are deployed locally
 * read them, the stacks that exist only on AWS write them, and the local run writes its own.
 */

/** The gRPC target of Auth, such as `dns:///host:50051`. */
export const authTargetParameter = (stageName: string) => `/lonja/${stageName}/auth/grpc-target`;

/** The gRPC target of Inventory. */
export const inventoryTargetParameter = (stageName: string) => `/lonja/${stageName}/inventory/grpc-target`;

/** What `GET /health` asks about of the stacks that are deployed after its function, as JSON. */
export const healthTargetsParameter = (stageName: string) => `/lonja/${stageName}/health/targets`;

/** The ARN of the secret with the certificate by which Lambdas identify themselves to gRPC services, and the authorities they trust. */
export const callerCertificateParameter = (stageName: string) => `/lonja/${stageName}/grpc/caller-certificate-arn`;

/** The subnets of functions that call a gRPC service, separated by commas. */
export const callerSubnetsParameter = (stageName: string) => `/lonja/${stageName}/network/caller-subnets`;

/** The security group of functions that call a gRPC service. */
export const callerSecurityGroupParameter = (stageName: string) => `/lonja/${stageName}/network/caller-security-group`;
