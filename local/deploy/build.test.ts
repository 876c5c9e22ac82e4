import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { sourceHash } from './build.ts';

const root = mkdtempSync(join(tmpdir(), 'lonja-build-'));
afterEach(() => rmSync(root, { recursive: true, force: true }));

function write(file: string, content: string): string {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), content);
  return sourceHash(root);
}

describe('sourceHash', () => {
  it('changes with the sources of a build, and with nothing else', () => {
    const first = write('functions/order/rest.ts', 'one');
    expect(write('functions/order/rest.ts', 'two')).not.toBe(first);
    expect(write('functions/order/rest.ts', 'one')).toBe(first);
    expect(write('functions/order/model/order.test.ts', 'a test')).toBe(first);
    expect(write('local/main.ts', 'not part of a deployment')).toBe(first);
    expect(write('state-machines/order-saga.asl.json', '{}')).not.toBe(first);
  });

  it('changes when a file is renamed', () => {
    const first = write('infra/a.ts', 'same');
    rmSync(join(root, 'infra/a.ts'));
    expect(write('infra/b.ts', 'same')).not.toBe(first);
  });
});
