import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..');
const auth = 'protos/lonja/auth/v1/auth.proto';

/** The check of `npm test` on a copy of the protos, changed as a test says. */
describe('buf breaking', () => {
  let folder: string;
  const original = readFileSync(join(root, auth), 'utf8');
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'lonja-protos-'));
    for (const name of ['protos', 'buf.yaml']) cpSync(join(root, name), join(folder, name), { recursive: true });
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  function complaints(change: (proto: string) => string): string {
    const changed = change(original);
    if (changed === original) throw new Error('the test changes nothing');
    writeFileSync(join(folder, auth), changed);
    try {
      const buf = join(root, 'node_modules', '.bin', 'buf');
      return execFileSync(buf, ['breaking', '--against', 'protos/released.binpb'], { cwd: folder, encoding: 'utf8' });
    } catch (thrown) {
      return String(Object.assign({ stdout: '' }, thrown).stdout);
    }
  }

  it.each<[string, (proto: string) => string]>([
    ['a field gets another number', (proto) => proto.replace('bool active = 7', 'bool active = 8')],
    ['a field gets another type', (proto) => proto.replace('string user_id = 2', 'bytes user_id = 2')],
    ['a field goes', (proto) => proto.replace('  bool active = 7;\n', '')],
    ['a method goes', (proto) => proto.replace(/ {2}rpc GetUserPermissions.*\n/, '')],
    ['a method streams', (proto) => proto.replace('returns (VerifyTokenResponse)', 'returns (stream VerifyTokenResponse)')],
  ])('complains when %s', (_, change) => {
    expect(complaints(change)).toContain('auth.proto');
  });

  it('lets a field be added', () => {
    expect(complaints((proto) => proto.replace('  bool active = 7;', '  bool active = 7;\n  // New.\n  string more = 8;'))).toBe(
      '',
    );
  });
});
