import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { credentials, type ServiceError, status } from '@grpc/grpc-js';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signAccessToken } from '../functions/auth/model/tokens/token.ts';
import { AuthServiceClient, type VerifyTokenResponse } from '../generated/grpc/lonja/auth/v1/auth.ts';
import { commonJs, copyProtos } from '../infra/bundle.ts';
import { ephemeralKey } from '../tests/kit/ephemeral-key.ts';

const issuer = 'https://lonja.dev/test';
const id = '0197a000-0000-7000-8000-000000000001';

/** The service as it is deployed: one file and two protos in a folder without node_modules. Its table is out of reach. */
describe('the bundled service', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lonja-grpc-auth-'));
  const file = join(folder, 'index.mjs');
  const started: ChildProcess[] = [];

  beforeAll(async () => {
    await build({
      entryPoints: [join(import.meta.dirname, 'main.ts')],
      outfile: file,
      bundle: true,
      platform: 'node',
      target: 'node24',
      format: 'esm',
      mainFields: ['module', 'main'],
      ...commonJs,
    });
    copyProtos(folder);
  });
  afterAll(() => {
    for (const child of started) child.kill('SIGKILL');
    rmSync(folder, { recursive: true });
  });

  function start(environment: Record<string, string>): ChildProcess {
    const child = spawn(process.execPath, [file], { cwd: folder, env: environment, stdio: ['ignore', 'pipe', 'pipe'] });
    started.push(child);
    return child;
  }

  const settings = {
    GRPC_HOST: '127.0.0.1',
    GRPC_PORT: '0',
    GRPC_TLS: 'off',
    TABLE_NAME: 'auth',
    TOKEN_ISSUER: issuer,
    AWS_REGION: 'eu-west-1',
    AWS_ACCESS_KEY_ID: 'test',
    AWS_SECRET_ACCESS_KEY: 'test',
    // Nothing listens on the port for discarding.
    AWS_ENDPOINT_URL: 'http://127.0.0.1:9',
    POWERTOOLS_SERVICE_NAME: 'grpc-auth',
  };

  async function lineSaying(child: ChildProcess, message: string): Promise<Record<string, unknown>> {
    if (child.stdout === null) throw new Error('the process has an output');
    for await (const line of createInterface({ input: child.stdout })) {
      const said: Record<string, unknown> = JSON.parse(line);
      if (said.message === message) return said;
    }
    throw new Error(`the process ended without saying ${message}`);
  }

  it('listens, is UNAVAILABLE without its table, and on SIGTERM drains and exits 0', async () => {
    const child = start(settings);
    const exited = once(child, 'exit');
    const { port } = await lineSaying(child, 'listening');
    const client = new AuthServiceClient(`127.0.0.1:${port}`, credentials.createInsecure());
    const { signer } = await ephemeralKey();
    const claims = { userId: id, organizationId: id, tokenId: id, issuedAt: new Date().toISOString(), issuer };
    const token = await signAccessToken(claims, signer);
    const verified = new Promise<VerifyTokenResponse>((resolve, reject) => {
      client.verifyToken({ token }, (error: ServiceError | null, answer) => (error ? reject(error) : resolve(answer)));
    });
    await expect(verified).rejects.toMatchObject({ code: status.UNAVAILABLE, details: 'the auth table is out of reach' });
    child.kill('SIGTERM');
    expect(await exited).toEqual([0, null]);
    client.close();
  });

  it('says what it lacks, and exits 1', async () => {
    const { TABLE_NAME: _, ...incomplete } = settings;
    const child = start(incomplete);
    const [code] = await once(child, 'exit');
    expect(code).toBe(1);
  });
});
