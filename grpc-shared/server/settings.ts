import { availableParallelism } from 'node:os';
import { type CertificateSource, certificateSource } from '../../functions/shared/auth/certificate-source.ts';
import { environment } from '../../functions/shared/environment.ts';
import type { Revision } from '../calls/revision-metrics.ts';

/** What the deployment decides for a gRPC service. */
export type ServiceSettings = {
  host: string;
  /** 0 takes a free one. */
  port: number;
  /** Of the metrics and the health for whoever speaks no gRPC; without, there is none. */
  httpPort: number | undefined;
  /** How many processes share the port. */
  processes: number;
  /** Where the certificates of mutual TLS are; without, connections are plaintext. */
  certificates: CertificateSource | undefined;
  /** Whether anybody who reaches the port may read the API's description. */
  reflection: boolean;
  /** For the metrics that an alarm rolls a deployment back on; without, there are none. */
  revision: Revision | undefined;
};

/**
 * Read from GRPC_HOST, GRPC_PORT, GRPC_HTTP_PORT, GRPC_PROCESSES (one a core unless set), GRPC_TLS…, GRPC_REVISION and STAGE.
 * @throws {MissingSettingError}, or when a number is none
 */
export function serviceSettings(): ServiceSettings {
  return {
    host: environment('GRPC_HOST'),
    port: wholeNumber('GRPC_PORT') ?? Number(environment('GRPC_PORT')),
    httpPort: wholeNumber('GRPC_HTTP_PORT'),
    processes: wholeNumber('GRPC_PROCESSES') ?? availableParallelism(),
    certificates: certificateSource('GRPC_TLS'),
    reflection: process.env.STAGE !== 'production',
    revision: revisionOf(process.env.GRPC_REVISION),
  };
}

const revisionOf = (revision?: string): Revision | undefined =>
  revision ? { service: environment('POWERTOOLS_SERVICE_NAME'), revision } : undefined;

function wholeNumber(name: string): number | undefined {
  const text = process.env[name];
  if (text === undefined || text === '') return undefined;
  if (!/^\d{1,5}$/.test(text)) throw new Error(`${name} is ${text}, not a whole number below 100,000`);
  return Number(text);
}
