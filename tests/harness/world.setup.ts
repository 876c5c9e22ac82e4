import type { TestProject } from 'vitest/node';

/** Addresses of the one system that all end-to-end tests share. */
export type TestWorld = {
  /** Takes `/api/v1/…` as is. */
  restUrl: string;
  awsEndpoint: string;
  /** Stops and starts the gRPC Auth process: `POST /auth/stop`, `POST /auth/start`. */
  controlUrl: string;
};

declare module 'vitest' {
  interface ProvidedContext {
    world: TestWorld;
  }
}

export async function setup(_project: TestProject): Promise<void> {
  throw new Error('to be written: startWorld does not exist yet');
}
