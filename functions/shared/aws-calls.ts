/**
 * Limits of every call to AWS: three tries in all by the SDK, each of 3 seconds, 1 to connect. Without them a call may hang until the
 * Lambda's own time-out, which tells nobody why.
 */
export const awsCalls = { maxAttempts: 3, requestHandler: { connectionTimeout: 1000, requestTimeout: 3000 } };
