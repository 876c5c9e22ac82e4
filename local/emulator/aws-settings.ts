import { emulatorCredentials, emulatorRegion } from './emulator.ts';

/** What every AWS client of the local run is made with. */
export type AwsSettings = ReturnType<typeof awsSettings>;

export const awsSettings = (endpoint: string) => ({ endpoint, region: emulatorRegion, credentials: emulatorCredentials });
