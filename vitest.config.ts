import { defineConfig } from 'vitest/config';

/** One project for each kind of test: `npx vitest run --project unit`. The end-to-end tests start an emulator of their own. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: [
            '{client,functions,grpc-shared,grpc-auth,grpc-inventory,contracts,local,tests/kit,tests/simulation,tests/contract-in-memory,bench}/**/*.test.ts',
            'tests/*.test.ts',
          ],
          // All cores: by default one is left idle.
          maxWorkers: '100%',
          testTimeout: 20_000,
        },
      },
      {
        test: {
          name: 'template',
          include: ['infra/**/*.test.ts'],
          // One process, so that all files read the templates of one synthesis.
          isolate: false,
          maxWorkers: 1,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['tests/{e2e,contract}/**/*.test.ts'],
          globalSetup: ['tests/kit/world.setup.ts'],
          // One system for all: a file at a time, so that each reads its own effects.
          fileParallelism: false,
          maxWorkers: 1,
          isolate: false,
          testTimeout: 120_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
});
