import { environment } from '../functions/shared/environment.ts';

/** What the deployment decides for a gRPC service. */
export type ServiceSettings = {
  host: string;
  /** 0 takes a free one. */
  port: number;
  /** Whether anybody who reaches the port may read the API's description. */
  reflection: boolean;
};

/** Read from GRPC_HOST, GRPC_PORT and STAGE. @throws {MissingSettingError} */
export function serviceSettings(): ServiceSettings {
  return {
    host: environment('GRPC_HOST'),
    port: Number(environment('GRPC_PORT')),
    reflection: process.env.STAGE !== 'production',
  };
}
