/**
 * Limits of every call to AWS: three tries in all by the SDK, each of 3 seconds, 1 to connect. Without `throwOnRequestTimeout` the SDK
 * only warns, and a call that nobody answers hangs until the Lambda's own time-out.
 */
export const awsCalls = {
  maxAttempts: 3,
  requestHandler: { connectionTimeout: 1000, requestTimeout: 3000, throwOnRequestTimeout: true },
};
