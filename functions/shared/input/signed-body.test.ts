import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const root = join(import.meta.dirname, '..', '..', '..');

it('is the only way to check a signature, so that each accepts the previous secret too', () => {
  const files = globSync('{functions,grpc-*}/**/*.ts', { cwd: root, exclude: ['**/*.test.ts'] });
  const verifiers = files.filter((file) => /isSignatureOf/.test(readFileSync(join(root, file), 'utf8')));
  expect(verifiers.toSorted()).toEqual(['functions/shared/input/body-signature.ts', 'functions/shared/input/signed-body.ts']);
});
