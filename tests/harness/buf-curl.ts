import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { inject } from 'vitest';

export type BufCall = {
  address: string;
  /** Without one, the methods are listed. */
  method?: string;
  /** The requests of the call, one after the other. */
  requests?: readonly unknown[];
  token?: string;
  /** After so many messages the caller has seen enough, and ends. */
  enough?: number;
  /** False: shows no certificate. */
  withCertificate?: boolean;
};

const buf = join(import.meta.dirname, '..', '..', 'node_modules', '.bin', 'buf');
const timeoutMs = 15_000;

/** Calls a gRPC service by `buf curl`, a client that shares no code with ours; answers with what it printed, a message each. */
export async function bufCurl({
  address,
  method = '',
  requests,
  token,
  enough,
  withCertificate = true,
}: BufCall): Promise<unknown[]> {
  const { authority, certificate, key } = inject('world').callerCertificate;
  const args = [
    ...['curl', '--protocol', 'grpc', '--cacert', authority],
    ...(withCertificate ? ['--cert', certificate, '--key', key] : []),
    ...(token === undefined ? [] : ['-H', `authorization: Bearer ${token}`]),
    ...(requests === undefined ? [] : ['-d', requests.map((request) => JSON.stringify(request)).join('\n')]),
    ...(method === '' ? ['--list-methods'] : []),
    `https://${address}/${method}`,
  ];
  return new Promise((resolve, reject) => {
    let seen = '';
    const child = execFile(buf, args, { timeout: timeoutMs }, (error, stdout, stderr) => {
      const messages = method === '' ? stdout.trim().split('\n') : messagesIn(stdout);
      if (error === null || (enough !== undefined && messages.length >= enough)) resolve(messages);
      else reject(new Error(stderr.trim() || error.message));
    });
    child.stdout?.on('data', (chunk) => {
      seen += chunk;
      if (enough !== undefined && messagesIn(seen).length >= enough) child.kill('SIGINT');
    });
  });
}

/** It prints each message indented, its last line a brace alone. */
function messagesIn(text: string): unknown[] {
  return text
    .split(/(?<=^\}\n)/m)
    .filter((message) => message.trim().endsWith('}'))
    .map((message) => JSON.parse(message));
}
