/** Emulators take any credentials; these are never those of the person who runs it. */
export const emulatorCredentials = { accessKeyId: 'test', secretAccessKey: 'test' };
export const emulatorRegion = 'us-east-1';
export const emulatorAccount = '000000000000';

/** The settings of every AWS client of the local run. */
export type AwsSettings = ReturnType<typeof awsSettings>;

export const awsSettings = (endpoint: string) => ({ endpoint, region: emulatorRegion, credentials: emulatorCredentials });

/** The same as environment variables, for tools and services that this project starts. */
export const awsEnvironment = (endpoint: string) => ({
  AWS_ENDPOINT_URL: endpoint,
  AWS_REGION: emulatorRegion,
  AWS_ACCESS_KEY_ID: emulatorCredentials.accessKeyId,
  AWS_SECRET_ACCESS_KEY: emulatorCredentials.secretAccessKey,
});
