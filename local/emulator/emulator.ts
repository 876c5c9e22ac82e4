/** What the local run asks of an AWS emulator; everything else goes through the AWS APIs at its endpoint. */
export type Emulator = {
  /** Takes the requests of every AWS service, e.g. `http://127.0.0.1:41234`. */
  endpoint: string;
  /** Base URL of a deployed REST API's stage, without a slash at its end. */
  restApiUrl(apiId: string, stage: string): string;
  /** Ends the emulator with every process it started, and says so with an error if one stays. */
  stop(): Promise<void>;
};

/** Every emulator takes any credentials; these are never those of the person who runs it. */
export const emulatorCredentials = { accessKeyId: 'test', secretAccessKey: 'test' };
export const emulatorRegion = 'us-east-1';
export const emulatorAccount = '000000000000';
