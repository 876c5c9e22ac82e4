import { type CertificateSource, certificateSource } from '../../functions/shared/auth/certificate-source.ts';
import { environment } from '../../functions/shared/environment.ts';
import type { Revision } from '../calls/revision-metrics.ts';

/** What the deployment decides for a gRPC service. */
export type ServiceSettings = {
  host: string;
  /** 0 takes a free one. */
  port: number;
  /** Serves metrics and health over plain HTTP; undefined: nothing does. */
  httpPort: number | undefined;
  /** Where the certificates for mutual TLS are read; undefined: connections are plaintext. */
  certificates: CertificateSource | undefined;
  /** Whether everybody who reaches the port may read the API's description. */
  reflection: boolean;
  /** For the metrics on which an alarm rolls a deployment back; undefined: there are none. */
  revision: Revision | undefined;
};

/**
 * Reads GRPC_HOST, GRPC_PORT, GRPC_HTTP_PORT, GRPC_TLS…, GRPC_REVISION and STAGE.
 * @throws {MissingSettingError}, or when a number is malformed
 */
export function serviceSettings(): ServiceSettings {
  return {
    host: environment('GRPC_HOST'),
    port: wholeNumber('GRPC_PORT') ?? Number(environment('GRPC_PORT')),
    httpPort: wholeNumber('GRPC_HTTP_PORT'),
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
