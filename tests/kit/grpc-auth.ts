import { inject } from 'vitest';

/** Ends gRPC Auth and starts it again on the same address. */
export const stopGrpcAuth = () => order('/auth/stop');
export const startGrpcAuth = () => order('/auth/start');

async function order(path: string): Promise<void> {
  const response = await fetch(`${inject('world').controlUrl}${path}`, { method: 'POST' });
  if (!response.ok) throw new Error(`${path}: ${await response.text()}`);
}
