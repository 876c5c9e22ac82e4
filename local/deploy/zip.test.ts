import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { zipOf } from './zip.ts';

describe('zipOf', () => {
  it('makes an archive that another program can check and read', () => {
    const folder = mkdtempSync(join(tmpdir(), 'lonja-zip-'));
    try {
      const content = 'export const handler = () => "jamón";\n'.repeat(1000);
      writeFileSync(join(folder, 'code.zip'), zipOf('index.mjs', Buffer.from(content)));
      const read =
        'import zipfile, sys; z = zipfile.ZipFile("code.zip"); assert z.testzip() is None; sys.stdout.buffer.write(z.read("index.mjs"))';
      expect(execFileSync('python3', ['-c', read], { cwd: folder, encoding: 'utf8' })).toBe(content);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
